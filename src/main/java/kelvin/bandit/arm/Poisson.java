package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.CountSampler;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * Counts of rare events.
 *
 * <pre>
 *   P(r = k) = e⁻ᵘ uᵏ/k!,   μ = u
 * </pre>
 *
 * @param mean μ; finite and &gt; 0, at most 10⁹
 */
@Summary("Poisson counts")
@Stability(MAY_CHANGE)
public record Poisson(double mean) implements Arm {
    /** The largest mean that the sampler takes. */
    private static final double MAX_MEAN = 1e9;

    public Poisson {
        Require.that(mean > 0 && mean <= MAX_MEAN, "mean", mean, "> 0 and at most " + MAX_MEAN);
    }

    @Override
    public Rewards rewards() {
        return Rewards.COUNTS;
    }

    @Override
    public double divergence(double mean, double other) {
        return mean == 0 ? other : other - mean + mean * Log.of(mean / other);
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        CountSampler counts = new CountSampler(random);
        return () -> counts.poisson(mean);
    }
}
