package kelvin.bandit;

import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Summary;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * An arm that pays 1 or nothing.
 *
 * <pre>
 *   P(r = 1) = p,   P(r = 0) = 1 − p,   μ = p
 * </pre>
 *
 * @param p the probability of reward 1, in [0, 1]
 */
@Summary("pays 1 with probability p, else 0")
public record Bernoulli(double p) implements Arm {
    /**
     * Checks the probability.
     *
     * @param p the probability of reward 1, in [0, 1]
     */
    public Bernoulli {
        Require.probability("p", p);
    }

    @Override
    public double mean() {
        return p;
    }

    @Override
    public Rewards rewards() {
        return Rewards.BINARY;
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        return () -> random.nextDouble() < p ? 1 : 0;
    }
}
