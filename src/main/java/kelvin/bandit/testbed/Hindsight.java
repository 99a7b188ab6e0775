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
 * A testbed whose players are measured against the best fixed arm in hindsight: the one whose means add up to the
 * most over all steps up to the horizon.
 *
 * <pre>
 *   regret(t) = Σ μ[a*](s) − μ[A(s)](s) over s ≤ t,   a* = argmax Σ μ[a](s) over s ≤ horizon
 * </pre>
 *
 * <p>That is the regret of adversarial bandits. It may be negative: a player that follows changes can earn more than
 * any fixed arm. Opening costs as much as playing: the means of all steps are added up first.
 *
 * @param testbed a world of one action at a step and of open arms that change with the step alone, whoever plays
 */
@Summary("measures against the best fixed arm in hindsight")
@Stability(MAY_CHANGE)
public record Hindsight(Testbed testbed) implements DelegatingTestbed {
    public Hindsight {
        DelegatingTestbed.requireSingleActions("testbed", testbed);
        Require.that(!testbed.closesArms(), "testbed", testbed, "one whose arms stay open");
        Require.that(
                testbed.fullInformation(),
                "testbed",
                testbed,
                "one that shows every arm and does not depend on who plays");
    }

    /** Returns whether the averages over all steps differ between bandits, as they do where contexts do. */
    @Override
    public boolean meansVary() {
        return testbed.meansVary() || testbed.features().any();
    }

    @Override
    public boolean fixedComparator() {
        return true;
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        return new HindsightBandit(testbed.open(seed, horizon), testbed.open(seed, horizon), horizon);
    }
}
