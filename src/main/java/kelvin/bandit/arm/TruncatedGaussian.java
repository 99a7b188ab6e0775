package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.TruncatedNormalSampler;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;

/**
 * A normal distribution cut off at both ends: what lies outside is drawn again.
 *
 * <pre>
 *   density ∝ φ((x − m)/s),   low ≤ x ≤ high
 *   μ = m + s·(φ(a) − φ(b))/(Φ(b) − Φ(a)),   a = (low − m)/s,   b = (high − m)/s
 * </pre>
 *
 * <p>Drawn by rejection.
 *
 * @param location m, the mean before the cut, in reward units; finite
 * @param scale s, the standard deviation before the cut; finite and &gt; 0
 * @param low the least reward; finite
 * @param high the largest reward; finite, above low
 */
@Summary("normally distributed rewards, cut off below low and above high")
@Stability(MAY_CHANGE)
public record TruncatedGaussian(double location, double scale, double low, double high) implements Arm {
    public TruncatedGaussian {
        Require.finite("location", location);
        Require.positive("scale", scale);
        Require.finite("low", low);
        Require.finite("high", high);
        Require.that(low < high, "high", high, "above low (" + low + ")");
    }

    @Override
    public double mean() {
        return TruncatedNormalDistribution.of(location, scale, low, high).getMean();
    }

    @Override
    public Rewards rewards() {
        return Rewards.of(low).or(Rewards.of(high)).or(Rewards.UNIT_INTERVAL);
    }

    @Override
    public double subGaussianScale() {
        return Math.min(scale, high / 2 - low / 2);
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        TruncatedNormalSampler standard =
                new TruncatedNormalSampler(random, (low - location) / scale, (high - location) / scale);
        return () -> Math.max(low, Math.min(high, location + scale * standard.sample()));
    }
}
