package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Pow;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * Rewards with a heavy upper tail: few are very large.
 *
 * <pre>
 *   P(r &gt; x) = (m/x)ᵃ,   x ≥ m,   μ = a·m/(a − 1)
 * </pre>
 *
 * <p>The variance is infinite where a ≤ 2; sample averages then lie below μ most of the time.
 *
 * @param scale m, the least reward, in reward units; finite and &gt; 0
 * @param shape a; finite and &gt; 1, so that there is a mean
 */
@Summary("Pareto distributed rewards: a heavy upper tail")
@Stability(MAY_CHANGE)
public record Pareto(double scale, double shape) implements Arm {
    public Pareto {
        Require.positive("scale", scale);
        Require.that(shape > 1 && Double.isFinite(shape), "shape", shape, "finite and > 1");
    }

    @Override
    public double mean() {
        return scale * (shape / (shape - 1));
    }

    @Override
    public Rewards rewards() {
        return Rewards.NON_NEGATIVE;
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        return () -> scale * Pow.of(1 - random.nextDouble(), -1 / shape);
    }
}
