package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingTestbed;
import kelvin.bandit.Testbed;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * A testbed of rotating arms: a window of neighbouring arms is open, and moves on by one arm with every shift.
 *
 * <pre>
 *   shift s = ⌊(t − 1)/length⌋ opens the arms s, s + 1, …, s + open − 1, modulo the number of arms
 * </pre>
 *
 * <p>Nothing about it is random. Regret is against the best open arm.
 *
 * @param testbed one that takes one action at a step, and whose own arms stay open
 * @param open how many arms are open at a time, at least 1 and at most all
 * @param length the steps of a shift, at least 1
 */
@Summary("arms that come and go in turns")
@Stability(MAY_CHANGE)
public record Shifts(Testbed testbed, int open, long length) implements DelegatingTestbed {
    public Shifts {
        DelegatingTestbed.requireSingleActions("testbed", testbed);
        Require.that(!testbed.closesArms(), "testbed", testbed, "one whose own arms stay open");
        int all = testbed.size();
        Require.that(open >= 1 && open <= all, "open", open, "in [1, " + all + "]");
        Require.atLeast("length", 1, length);
    }

    @Override
    public boolean fullInformation() {
        return false;
    }

    @Override
    public boolean closesArms() {
        return true;
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        return new SleepingBandit(testbed.open(seed, horizon), (step, awake) -> {
            if ((step - 1) % length == 0) {
                awake.clear();
                long first = (step - 1) / length;
                for (int i = 0; i < open; i++) {
                    awake.set((int) ((first + i) % size()));
                }
            }
        });
    }
}
