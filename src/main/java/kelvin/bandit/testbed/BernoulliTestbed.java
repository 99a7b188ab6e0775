package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.stream.DoubleStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * Bernoulli arms whose means are drawn anew for every repetition, from any distribution over [0, 1].
 *
 * <pre>
 *   p[a] ~ means,   P(r = 1) = p[a]
 * </pre>
 *
 * <p>{@code means: {Beta: {alpha: 1, beta: 1}}} is the uniform prior, {@code means: {Uniform: {low: 0.25, high:
 * 0.75}}} keeps all arms close.
 *
 * @param arms the number of arms, at least 1
 * @param means the distribution of the means: an arm with rewards in [0, 1]
 */
@Summary("Bernoulli arms, their means drawn anew for every repetition")
@Stability(MAY_CHANGE)
public record BernoulliTestbed(int arms, Arm means) implements Testbed {
    public BernoulliTestbed {
        Require.atLeast("arms", 1, arms);
        Require.that(Rewards.UNIT_INTERVAL.include(means.rewards()), "means", means, "an arm with rewards in [0, 1]");
    }

    @Override
    public int size() {
        return arms;
    }

    @Override
    public boolean meansVary() {
        return true;
    }

    @Override
    public Rewards rewards() {
        return Rewards.BINARY;
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        ContinuousSampler prior = means.sampler(seed.child("means").generator());
        double[] drawn = DoubleStream.generate(prior::sample).limit(arms).toArray();
        return StreamBandit.of(new Bernoulli(0), drawn, seed);
    }
}
