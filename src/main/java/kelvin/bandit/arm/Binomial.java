package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.CountSampler;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * The number of successes in independent trials.
 *
 * <pre>
 *   P(r = k) = C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ,   μ = n·p
 * </pre>
 *
 * @param trials n, in [1, 65535]
 * @param p the probability of success in each trial, in [0, 1]
 */
@Summary("the number of successes in so many trials")
@Stability(MAY_CHANGE)
public record Binomial(int trials, double p) implements Arm {
    /** The largest number of trials that the sampler takes. */
    private static final int MAX_TRIALS = 65535;

    public Binomial {
        Require.that(trials >= 1 && trials <= MAX_TRIALS, "trials", trials, "in [1, " + MAX_TRIALS + "]");
        Require.probability("p", p);
    }

    @Override
    public double mean() {
        return trials * p;
    }

    @Override
    public Rewards rewards() {
        return trials == 1 ? Rewards.BINARY : Rewards.COUNTS;
    }

    @Override
    public double subGaussianScale() {
        return Math.sqrt(trials) / 2;
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        CountSampler counts = new CountSampler(random);
        return () -> counts.binomial(trials, p);
    }
}
