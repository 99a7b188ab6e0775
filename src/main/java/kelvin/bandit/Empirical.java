package kelvin.bandit;

import java.util.List;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Summary;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * Rewards that were once observed, each as likely as every other: draws with replacement from a list, in YAML often a column
 * of a CSV file.
 *
 * <pre>
 *   P(r = x) = how often x is in the list / its length,   μ = the average of the list
 * </pre>
 *
 * @param values the rewards; finite, at least one
 */
@Summary("draws from a list of rewards, such as a column of a CSV file")
public record Empirical(List<Double> values) implements Arm {
    /**
     * Checks the ranges.
     *
     * @param values the rewards; finite, at least one
     */
    public Empirical {
        values = List.copyOf(values);
        Require.that(!values.isEmpty(), "values", values, "at least one reward");
        values.forEach(value -> Require.finite("values", value));
    }

    @Override
    public double mean() {
        return values.stream().mapToDouble(value -> value).sum() / values.size();
    }

    @Override
    public Rewards rewards() {
        return values.stream().map(Rewards::of).reduce(Rewards::or).orElseThrow();
    }

    @Override
    public ContinuousSampler sampler(UniformRandomProvider random) {
        double[] all = values.stream().mapToDouble(value -> value).toArray();
        return () -> all[random.nextInt(all.length)];
    }
}
