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
 * Beta distributed rewards: any number in [0, 1], and a prior for probabilities.
 *
 * <pre>
 *   density ∝ xᵃ⁻¹ (1 − x)ᵇ⁻¹,   x in [0, 1],   μ = a/(a + b)
 * </pre>
 *
 * @param alpha a; finite and &gt; 0
 * @param beta b; finite and &gt; 0
 */
@Summary("beta distributed rewards in [0, 1], mean alpha/(alpha + beta)")
@Stability(MAY_CHANGE)
public record Beta(double alpha, double beta) implements Arm {
    public Beta {
        Require.positive("alpha", alpha);
        Require.positive("beta", beta);
    }

    @Override
    public double mean() {
        return alpha / (alpha + beta);
    }

    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        GammaSampler gammas = new GammaSampler(random);
        return () -> gammas.beta(alpha, beta);
    }
}
