package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.function.DoubleUnaryOperator;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Exponentially distributed rewards: waiting times without memory.
 *
 * <pre>
 *   P(r &gt; x) = e^(−x/μ),   x ≥ 0
 * </pre>
 *
 * @param mean μ, in reward units; finite and &gt; 0
 */
@Summary("exponentially distributed rewards")
@Stability(MAY_CHANGE)
public record Exponential(double mean) implements MovableArm {
    public Exponential {
        Require.positive("mean", mean);
    }

    @Override
    public Rewards rewards() {
        return Rewards.NON_NEGATIVE;
    }

    @Override
    public double lowest() {
        return 0;
    }

    @Override
    public double highest() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double divergence(double mean, double other) {
        double ratio = mean / other;
        return mean == other ? 0 : ratio - 1 - Log.of(ratio);
    }

    @Override
    public DoubleUnaryOperator mover(UniformRandomProvider random) {
        ZigguratSampler.Exponential standard = ZigguratSampler.Exponential.of(random);
        return mean -> mean * standard.sample();
    }
}
