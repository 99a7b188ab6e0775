package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Default;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;
import kelvin.numeric.Sigmoid;
import kelvin.numeric.Weights;

/**
 * A mixture of two policies: one with probability 1 − ε, another with probability ε.
 *
 * <pre>
 *   p[i] = (1 − ε)·policy[i] + ε·other[i]
 * </pre>
 *
 * <p>ε-softmax is {@code Mixture(Softmax, ε, Uniform)}; Max-Boltzmann is {@code Mixture(Greedy, ε, Softmax)};
 * {@link EpsilonGreedy} is {@code Mixture(Greedy, ε, Uniform)}.
 *
 * <p>Numbers inside a component are named by a path: {@code with("policy.temperature", 0.5)}.
 *
 * @implNote Cost: both policies and one array.
 * @param policy the policy followed with probability 1 − ε
 * @param epsilon ε, the share of the other policy; in [0, 1]
 * @param other the policy followed with probability ε
 */
@Summary("one policy, but with probability epsilon another: (1 - epsilon) policy + epsilon other")
@Stability(STABLE)
public record Mixture(
        Policy policy,
        double epsilon,
        @Default("{Uniform: {}}") Policy other) implements WorkspacePolicy {
    public Mixture {
        Require.probability("epsilon", epsilon);
    }

    @Override
    public void probabilities(double[] values, double[] out, Workspace work) {
        ValueChecks.best(values, out);
        double[] others = work.array(0, values.length);
        work.part(0).probabilities(other, values, others);
        work.part(1).probabilities(policy, values, out);
        for (int i = 0; i < out.length; i++) {
            out[i] = (1 - epsilon) * out[i] + epsilon * others[i];
        }
    }

    /** Writes the logarithms, from those of the components where the probability is too small to keep its digits. */
    @Override
    public void logProbabilities(double[] values, double[] out) {
        ValueChecks.best(values, out);
        double[] first = new double[values.length];
        double[] second = new double[values.length];
        policy.logProbabilities(values, first);
        other.logProbabilities(values, second);
        probabilities(values, out);
        for (int i = 0; i < out.length; i++) {
            first[i] = out[i] >= Double.MIN_NORMAL ? Double.NaN : logarithm(first[i], second[i]);
        }
        Weights.logarithms(out);
        for (int i = 0; i < out.length; i++) {
            out[i] = Double.isNaN(first[i]) ? out[i] : first[i];
        }
    }

    @Override
    public Mixture with(String parameter, double value) {
        return switch (ParameterPath.head(parameter)) {
            case "epsilon" -> new Mixture(policy, value, other);
            case "policy." -> new Mixture(policy.with(ParameterPath.tail(parameter), value), epsilon, other);
            case "other." -> new Mixture(policy, epsilon, other.with(ParameterPath.tail(parameter), value));
            default ->
                throw new InvalidValue("parameter", parameter, "epsilon, or policy. or other. and a number of it");
        };
    }

    private double logarithm(double first, double second) {
        double a = Log1p.of(-epsilon) + first;
        double b = Log.of(epsilon) + second;
        double larger = Math.max(a, b);
        return larger == Double.NEGATIVE_INFINITY ? larger : larger + Sigmoid.softplus(Math.min(a, b) - larger);
    }
}
