package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.GammaSampler;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * Gamma distributed rewards: waiting times, costs, amounts.
 *
 * <pre>
 *   density ∝ xᵏ⁻¹ e^(−x/θ),   x &gt; 0,   μ = k·θ
 * </pre>
 *
 * @param shape k; finite and &gt; 0
 * @param scale θ, in reward units; finite and &gt; 0
 */
@Summary("gamma distributed rewards, mean shape × scale")
@Stability(MAY_CHANGE)
public record Gamma(double shape, double scale) implements Arm {
    public Gamma {
        Require.positive("shape", shape);
        Require.positive("scale", scale);
    }

    @Override
    public double mean() {
        return shape * scale;
    }

    @Override
    public Rewards rewards() {
        return Rewards.NON_NEGATIVE;
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        GammaSampler gammas = new GammaSampler(random);
        return () -> scale * gammas.gamma(shape);
    }
}
