package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.BitSet;
import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingTestbed;
import kelvin.bandit.Testbed;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A testbed whose arms are open at random: the set of open arms is redrawn every so many steps.
 *
 * <pre>
 *   at the steps 1, 1 + every, 1 + 2·every, …: each arm is open with probability awake; if none is, one at random
 * </pre>
 *
 * <p>Who is open depends on the step alone. Regret is against the best open arm.
 *
 * @param testbed one that takes one action at a step, and whose own arms stay open
 * @param awake the probability that an arm is open, in [0, 1]
 * @param every for how many steps a draw holds, at least 1
 * @see <a href="https://doi.org/10.1007/s10994-010-5178-7">Kleinberg, Niculescu-Mizil and Sharma (2010), Regret
 *     bounds for sleeping
 *     experts and bandits</a>
 */
@Summary("arms that come and go at random")
@Stability(MAY_CHANGE)
public record Sleeping(
        Testbed testbed, double awake, @Default("1") long every) implements DelegatingTestbed {
    public Sleeping {
        DelegatingTestbed.requireSingleActions("testbed", testbed);
        Require.that(!testbed.closesArms(), "testbed", testbed, "one whose own arms stay open");
        Require.probability("awake", awake);
        Require.atLeast("every", 1, every);
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
        UniformRandomProvider random = seed.child("sleep").generator();
        return new SleepingBandit(testbed.open(seed, horizon), (step, open) -> {
            if ((step - 1) % every == 0) {
                draw(open, random);
            }
        });
    }

    private void draw(BitSet open, UniformRandomProvider random) {
        for (int arm = 0; arm < size(); arm++) {
            open.set(arm, random.nextDouble() < awake);
        }
        if (open.isEmpty()) {
            open.set(random.nextInt(size()));
        }
    }
}
