package kelvin.bandit.slate;

import kelvin.bandit.Testbed;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.SlateSizes;

/** A testbed that pays in [0, 1] for a set of answers, measured against the set of right ones: the arms that pay 1. */
interface AnswerSetTestbed extends SlateTestbed {
    /** Returns the fewest arms in a slate. */
    int least();

    /** Returns the most arms in a slate. */
    int most();

    @Override
    default SlateSizes slates() {
        return new SlateSizes(least(), most());
    }

    @Override
    default Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    default double subGaussianScale() {
        return rewards().subGaussianScale();
    }

    /** Checks that a testbed says of every answer at every step whether it is right. */
    static void check(Testbed testbed, int least, int most) {
        Require.that(testbed.rewards() == Rewards.BINARY, "testbed", testbed, "one with rewards of 0 or 1");
        SlateTestbed.check(testbed, "most", most);
        boolean complete = testbed.fullInformation() && !testbed.closesArms();
        Require.that(complete, "testbed", testbed, "one whose rewards exist for every arm at every step");
        SlateTestbed.checkLeast(least, most);
    }
}
