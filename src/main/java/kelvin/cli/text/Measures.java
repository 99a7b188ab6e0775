package kelvin.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.numeric.Weights;
import kelvin.policy.Distribution;
import kelvin.policy.Policy;
import kelvin.policy.subset.SubsetPolicy;

/** Measures how a policy trades exploring for exploiting: entropy, effective actions, P(best), expected loss. */
final class Measures {
    /** The tolerance of a sum of probabilities, far above the rounding error of a million terms. */
    private static final double SUM_TOLERANCE = 1e-9;

    private Measures() {}

    /**
     * Returns the probabilities of a policy.
     *
     * @throws IllegalArgumentException if they are none: one is below 0, or they do not sum to 1
     */
    static double[] probabilities(Policy policy, double[] values) {
        return checked(policy, policy.probabilities(values));
    }

    /** Returns probabilities as they are; refuses those that are none. */
    static double[] checked(Policy policy, double[] p) {
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0)) {
                throw new IllegalArgumentException(policy + " breaks its contract: the probability of action " + i
                        + " is " + p[i] + ", must be >= 0; kelvin audit shows more");
            }
        }
        double sum = Weights.sum(p);
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException(policy + " breaks its contract: its probabilities sum to " + sum
                    + ", must sum to 1; kelvin audit shows more");
        }
        return p;
    }

    /**
     * Returns the inclusion probabilities of a subset policy.
     *
     * @throws IllegalArgumentException if one is none: below 0 or above 1
     */
    static double[] inclusion(SubsetPolicy policy, double[] values) {
        double[] p = policy.inclusion(values);
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0 && p[i] <= 1 + SUM_TOLERANCE)) {
                throw new IllegalArgumentException(policy + " breaks its contract: the inclusion probability of action "
                        + i + " is " + p[i] + ", must be in [0, 1]; kelvin audit shows more");
            }
        }
        return p;
    }

    /** Returns an empty table of measures, a row for each policy. */
    static Table table(String... more) {
        List<String> header =
                new ArrayList<>(List.of("temperature", "entropy, nats", "e^H", "P(best)", "expected loss"));
        header.addAll(List.of(more));
        return new Table(header);
    }

    /** Returns a row of measures. */
    static List<String> row(String name, Policy policy, double[] values, String... more) {
        Distribution distribution = policy.distribution(values);
        double best = Arrays.stream(values).max().orElseThrow();
        double[] gaps = Arrays.stream(values).map(q -> best - q).toArray();
        double[] hits = Arrays.stream(values).map(q -> q == best ? 1 : 0).toArray();
        List<String> row = new ArrayList<>(List.of(
                name,
                Table.number(distribution.entropy()),
                Table.number(distribution.effectiveActions()),
                Table.number(distribution.expected(hits)),
                Table.number(distribution.expected(gaps))));
        row.addAll(List.of(more));
        return row;
    }

    /** Returns the name of a temperature: exact, or "none". */
    static String temperature(double temperature) {
        return Double.isNaN(temperature) ? "none" : String.valueOf(temperature).replace("Infinity", "∞");
    }
}
