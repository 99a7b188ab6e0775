package kelvin.bandit.arm;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * Rewards that were once observed, each as likely as every other: draws with replacement from a list, in YAML often a
 * column of a CSV file.
 *
 * <pre>
 *   P(r = x) = how often x is in the list / its length,   μ = the average of the list
 * </pre>
 *
 * @param sample the rewards; finite, at least one
 */
@Summary("draws from a list of rewards, such as a column of a CSV file")
@Stability(MAY_CHANGE)
public record Empirical(List<Double> sample) implements Arm {
    public Empirical {
        sample = List.copyOf(sample);
        Require.that(!sample.isEmpty(), "sample", sample, "at least one reward");
        sample.forEach(reward -> Require.finite("sample", reward));
    }

    @Override
    public double mean() {
        return sample.stream().mapToDouble(reward -> reward).sum() / sample.size();
    }

    @Override
    public Rewards rewards() {
        return sample.stream().map(Rewards::of).reduce(Rewards::or).orElseThrow();
    }

    @Override
    public double subGaussianScale() {
        return sample.stream().max(Double::compare).orElseThrow() / 2
                - sample.stream().min(Double::compare).orElseThrow() / 2;
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        double[] all = sample.stream().mapToDouble(reward -> reward).toArray();
        return () -> all[random.nextInt(all.length)];
    }
}
