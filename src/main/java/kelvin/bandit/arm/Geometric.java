package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Log1p;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The number of failures before the first success in independent trials.
 *
 * <pre>
 *   P(r = k) = p (1 − p)ᵏ,   k = 0, 1, 2, …,   μ = (1 − p)/p
 * </pre>
 *
 * <p>Drawn as the whole part of an exponentially distributed number of mean −1/ln(1 − p).
 *
 * @param p the probability of success in each trial, in (0, 1]
 */
@Summary("the number of failures before the first success")
@Stability(MAY_CHANGE)
public record Geometric(double p) implements Arm {
    public Geometric {
        Require.that(p > 0 && p <= 1, "p", p, "in (0, 1]");
    }

    @Override
    public double mean() {
        return (1 - p) / p;
    }

    @Override
    public Rewards rewards() {
        return Rewards.COUNTS;
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        ContinuousSampler standard = ZigguratSampler.Exponential.of(random);
        double mean = -1 / Log1p.of(-p);
        return () -> Math.floor(standard.sample() * mean);
    }
}
