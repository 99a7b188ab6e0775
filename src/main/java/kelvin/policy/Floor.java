package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Selection;
import kelvin.numeric.Simplex;

/**
 * A policy with a least probability for every open action: the nearest distribution that keeps it.
 *
 * <pre>
 *   p = argmin ‖p − policy‖²  with p[i] ≥ minimum for open i
 *   p[i] = max(minimum, policy[i] − c),   c ≥ 0 such that Σ p[i] = 1
 * </pre>
 *
 * <p>What the rare actions gain, the others pay in equal amounts, so a policy that keeps the minimum is left as it is.
 * {@link UniformMix} reaches the same minimum in another way, where every action pays in proportion to its probability.
 *
 * <p>The minimum can be kept only while it is at most 1/n for n open actions; with more open actions a decision fails.
 *
 * @implNote The absolute error that is added is at most 2⁻⁵¹. Cost: the policy, two arrays and a sort.
 * @see <a href="https://doi.org/10.1145/1390156.1390191">Duchi, Shalev-Shwartz, Singer and Chandra (2008), Efficient
 *     projections onto the ℓ1-ball for learning in high dimensions</a>
 * @param policy the policy to change
 * @param minimum the least probability of an open action, in [0, 1]
 */
@Summary("the distribution nearest to a policy's that gives every open action at least a minimum")
@Stability(STABLE)
public record Floor(Policy policy, double minimum) implements WorkspacePolicy {
    public Floor {
        Require.probability("minimum", minimum);
    }

    @Override
    public void probabilities(double[] values, double[] out, Workspace work) {
        ValueChecks.best(values, out);
        int open = ValueChecks.open(values);
        requireRoom(minimum, open);
        double[] p = work.array(0, values.length);
        work.part(0).probabilities(policy, values, p);
        double[] above = work.array(1, values.length);
        for (int i = 0; i < p.length; i++) {
            above[i] = values[i] == Double.NEGATIVE_INFINITY ? values[i] : p[i] - minimum;
        }
        Selection.sort(above, above.length);
        boolean kept = above[above.length - open] >= 0;
        double cut = kept ? 0 : Simplex.cut(above, Math.max(0, 1 - open * minimum), work.total());
        for (int i = 0; i < p.length; i++) {
            boolean closed = values[i] == Double.NEGATIVE_INFINITY;
            out[i] = closed || kept ? p[i] : minimum + Math.max(0, p[i] - minimum - cut);
        }
    }

    @Override
    public double temperatureAt(double... values) {
        return policy.temperatureAt(values);
    }

    @Override
    public Floor with(String parameter, double value) {
        return switch (ParameterPath.head(parameter)) {
            case "minimum" -> new Floor(policy, value);
            case "policy." -> new Floor(policy.with(ParameterPath.tail(parameter), value), minimum);
            default -> throw new InvalidValue("parameter", parameter, "minimum, or policy. and a number of it");
        };
    }

    /** Throws an error unless every open action can have the minimum. */
    static void requireRoom(double minimum, int open) {
        if (minimum > 1.0 / open) {
            throw new InvalidValue("minimum", minimum, "at most 1/" + open + ", with " + open + " open actions");
        }
    }
}
