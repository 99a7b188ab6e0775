package kelvin.bandit.slate;

import kelvin.bandit.DelegatingTestbed;
import kelvin.bandit.Testbed;
import kelvin.contract.Require;
import kelvin.random.Seed;

/** A testbed whose players may show several arms of another testbed at a step. */
interface SlateTestbed extends DelegatingTestbed {
    @Override
    default boolean fullInformation() {
        return false;
    }

    @Override
    SlateBandit open(Seed seed, long horizon);

    /** Checks that slates of so many arms can be made of a testbed's. */
    static void check(Testbed testbed, String name, int most) {
        DelegatingTestbed.requireSingleActions("testbed", testbed);
        Require.that(
                testbed.fullInformation() || !testbed.features().any(),
                "testbed",
                testbed,
                "one whose rewards exist for every arm in a context");
        boolean fits = most >= 1 && most <= testbed.size();
        Require.that(fits, name, most, "from 1 to the number of arms (" + testbed.size() + ")");
    }

    /** Checks the least number of arms in a slate. */
    static void checkLeast(int least, int most) {
        Require.that(least >= 0 && least <= most, "least", least, "in [0, most], which is [0, " + most + "]");
    }
}
