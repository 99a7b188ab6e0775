package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.function.DoubleUnaryOperator;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * An arm with normally distributed rewards.
 *
 * <pre>
 *   r ~ N(μ, σ²)
 * </pre>
 *
 * @param mean μ, in reward units; finite
 * @param stdDev σ, in reward units; finite and ≥ 0
 */
@Summary("normally distributed rewards")
@Stability(MAY_CHANGE)
public record Gaussian(double mean, double stdDev) implements MovableArm {
    public Gaussian {
        Require.finite("mean", mean);
        Require.notNegative("stdDev", stdDev);
    }

    @Override
    public double subGaussianScale() {
        return stdDev;
    }

    @Override
    public Rewards rewards() {
        return Rewards.REAL;
    }

    @Override
    public double lowest() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double highest() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double divergence(double mean, double other) {
        double z = (mean - other) / stdDev;
        return mean == other ? 0 : z * z / 2;
    }

    @Override
    public DoubleUnaryOperator mover(UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian standard = ZigguratSampler.NormalizedGaussian.of(random);
        return mean -> mean + stdDev * standard.sample();
    }
}
