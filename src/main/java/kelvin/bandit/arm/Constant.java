package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * An arm that always pays the same.
 *
 * @param value the reward, and μ; finite
 */
@Summary("always pays the same")
@Stability(MAY_CHANGE)
public record Constant(double value) implements Arm {
    public Constant {
        Require.finite("value", value);
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public Rewards rewards() {
        return Rewards.of(value);
    }

    @Override
    public double subGaussianScale() {
        return 0;
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        return () -> value;
    }
}
