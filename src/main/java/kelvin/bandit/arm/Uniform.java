package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * Rewards spread evenly over an interval.
 *
 * <pre>
 *   r ~ U[low, high),   μ = (low + high)/2
 * </pre>
 *
 * @param low the lower end, in reward units; finite
 * @param high the upper end; finite, above low
 */
@Summary("rewards spread evenly from low to high")
@Stability(MAY_CHANGE)
public record Uniform(double low, double high) implements Arm {
    public Uniform {
        Require.finite("low", low);
        Require.finite("high", high);
        Require.that(low < high, "high", high, "above low (" + low + ")");
    }

    @Override
    public double mean() {
        return low / 2 + high / 2;
    }

    @Override
    public Rewards rewards() {
        return Rewards.of(low).or(Rewards.of(high)).or(Rewards.UNIT_INTERVAL);
    }

    @Override
    public double subGaussianScale() {
        return high / 2 - low / 2;
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        return () -> {
            double u = random.nextDouble();
            return u * high + (1 - u) * low;
        };
    }
}
