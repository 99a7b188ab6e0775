package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingTestbed;
import kelvin.bandit.Testbed;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Abrupt changes at random steps: after each step, with some probability, all arms are drawn anew.
 *
 * <p>Phases last 1/probability steps on average. When they change depends on the step alone; each has random streams
 * of its own, and counts pulls and steps anew. Regret is against the best arm of each step.
 *
 * @param testbed where each phase comes from, with one action at a step; one whose means do not vary changes nothing but the streams of rewards
 * @param probability of a change after a step, in [0, 1]
 */
@Summary("all arms drawn anew at random steps: abrupt changes")
@Stability(MAY_CHANGE)
public record RandomSwitching(Testbed testbed, double probability) implements DelegatingTestbed {
    public RandomSwitching {
        DelegatingTestbed.requireSingleActions("testbed", testbed);
        Require.probability("probability", probability);
    }

    @Override
    public boolean meansVary() {
        return true;
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        UniformRandomProvider random = seed.child("changes").generator();
        Seed phases = seed.child("phase");
        return new SwitchingBandit(
                step -> random.nextDouble() < probability, phase -> testbed.open(phases.child(phase), horizon));
    }
}
