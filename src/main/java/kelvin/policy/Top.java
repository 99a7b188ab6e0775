package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Selection;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Top-k: a policy among the k best actions; the others are closed to it.
 *
 * <pre>
 *   p = policy(q'),   q'[i] = q[i] if fewer than k open values are larger, else −∞
 * </pre>
 *
 * <p>Actions tied with the k-th best stay as well, so that equal values remain equally likely: with values 3, 2, 2, 1 and
 * k = 2, three actions stay. With k or fewer open actions all stay.
 *
 * @implNote Cost: the policy, and a few passes over the values, whatever k; a draw by {@link Softmax} or {@link SigmoidGate} takes
 *     exponentials of the kept actions only.
 * @param policy the policy that chooses among them
 * @param k how many of the best actions stay, at least 1
 */
@Summary("a policy among the k best actions and those tied with the last of them")
@Stability(STABLE)
public record Top(Policy policy, int k) implements DirectPolicy {
    public Top {
        Require.atLeast("k", 1, k);
    }

    @Override
    public void probabilities(double[] values, double[] out, Workspace work) {
        ValueChecks.best(values, out);
        work.part(0).probabilities(policy, kept(values, work), out);
    }

    /** Draws among the kept actions alone where the policy weighs each by itself, and takes closed ones for absent. */
    @Override
    public int select(double[] values, UniformRandomProvider random, Workspace work) {
        if (!(policy instanceof ScoredPolicy)) {
            return work.part(0).select(policy, kept(values, work), random);
        }
        double least = Math.max(least(values, work), -Double.MAX_VALUE);
        int count = 0;
        for (double value : values) {
            count += value >= least ? 1 : 0;
        }
        double[] few = work.array(0, count);
        int next = 0;
        for (double value : values) {
            if (value >= least) {
                few[next++] = value;
            }
        }
        int before = work.part(0).select(policy, few, random);
        int action = 0;
        while (values[action] < least || before-- > 0) {
            action++;
        }
        return action;
    }

    @Override
    public void logProbabilities(double[] values, double[] out) {
        ValueChecks.best(values, out);
        policy.logProbabilities(kept(values, new Workspace()), out);
    }

    @Override
    public double temperatureAt(double... values) {
        return policy.temperatureAt(values);
    }

    @Override
    public Top with(String parameter, double value) {
        return switch (ParameterPath.head(parameter)) {
            case "k" -> {
                Require.that(value == (int) value, "k", value, "a whole number");
                yield new Top(policy, (int) value);
            }
            case "policy." -> new Top(policy.with(ParameterPath.tail(parameter), value), k);
            default -> throw new InvalidValue("parameter", parameter, "k, or policy. and a number of it");
        };
    }

    private double[] kept(double[] values, Workspace work) {
        double least = least(values, work);
        double[] kept = work.array(0, values.length);
        for (int i = 0; i < kept.length; i++) {
            kept[i] = values[i] < least ? Double.NEGATIVE_INFINITY : values[i];
        }
        return kept;
    }

    private double least(double[] values, Workspace work) {
        ValueChecks.best(values);
        return work.object(Selection.class, Selection::new).largest(values, k);
    }
}
