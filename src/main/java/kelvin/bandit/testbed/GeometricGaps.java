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
import kelvin.numeric.Pow;
import kelvin.random.Seed;

/**
 * Arms of one kind whose gaps to the first grow by a factor from arm to arm: few are hard to tell from the best, most
 * are easy.
 *
 * <pre>
 *   μ[a] = μ[0] − smallest·ratioᵃ⁻¹,   a = 1, 2, …, arms − 1
 * </pre>
 *
 * @param arms the number of arms, at least 1
 * @param best the first arm
 * @param smallest the gap of the second arm, in reward units; finite and ≥ 0
 * @param ratio what each later gap is of the one before; finite and ≥ 1, so small that every mean is possible
 * @see <a href="https://inria.hal.science/hal-00654404">Audibert, Bubeck and Munos (2010), Best arm
 *     identification in multi-armed
 *     bandits, the experiments</a>
 */
@Summary("arms whose gaps to the best grow by a factor from arm to arm")
@Stability(MAY_CHANGE)
public record GeometricGaps(int arms, MovableArm best, double smallest, double ratio) implements Testbed {
    public GeometricGaps {
        Require.atLeast("arms", 1, arms);
        Require.notNegative("smallest", smallest);
        Require.that(ratio >= 1 && ratio < Double.POSITIVE_INFINITY, "ratio", ratio, "finite and >= 1");
        double least = best.mean() - smallest * Pow.of(ratio, arms - 2);
        boolean possible = arms == 1 || (Double.isFinite(least) && least >= best.lowest());
        Require.that(possible, "ratio", ratio, "such that no mean is below " + best.lowest());
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
        return IntStream.range(0, arms)
                .mapToDouble(a -> a == 0 ? best.mean() : best.mean() - smallest * Pow.of(ratio, a - 1))
                .toArray();
    }
}
