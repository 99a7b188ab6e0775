package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collections;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.LowerBounds;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.MovableArm;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * Arms of one kind whose means fall in equal steps from the first arm on.
 *
 * <pre>
 *   μ[a] = μ[0] − a·gap,   a = 0, 1, …, arms − 1
 * </pre>
 *
 * @param arms the number of arms, at least 1
 * @param best the first arm
 * @param gap how much each arm is worse than the one before, in reward units; finite and ≥ 0, so small that every
 *     mean is possible
 */
@Summary("arms whose means fall in equal steps")
@Stability(MAY_CHANGE)
public record LinearGaps(int arms, MovableArm best, double gap) implements Testbed {
    public LinearGaps {
        Require.atLeast("arms", 1, arms);
        Require.notNegative("gap", gap);
        Require.that(
                best.mean() - gap * (arms - 1) >= best.lowest(),
                "gap",
                gap,
                "such that no mean is below " + best.lowest());
    }

    @Override
    public int size() {
        return arms;
    }

    @Override
    public boolean meansVary() {
        return false;
    }

    @Override
    public Rewards rewards() {
        return best.rewards();
    }

    @Override
    public double subGaussianScale() {
        return best.subGaussianScale();
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        return StreamBandit.of(best, means(), seed);
    }

    @Override
    public LowerBounds lowerBounds() {
        return LowerBounds.of(Collections.nCopies(arms, best), means());
    }

    private double[] means() {
        return IntStream.range(0, arms).mapToDouble(a -> best.mean() - a * gap).toArray();
    }
}
