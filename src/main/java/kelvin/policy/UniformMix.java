package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * A policy mixed with the uniform one, just so much that every open action has a least probability whatever its value.
 *
 * <pre>
 *   p[i] = minimum + (1 − n·minimum)·policy[i],   n = number of open actions
 * </pre>
 *
 * <p>This is {@link Mixture} with {@link Uniform} at ε = n·minimum. {@link Floor} changes a policy less: nothing at all where
 * it keeps the minimum anyway.
 *
 * <p>The minimum can be kept only while it is at most 1/n; with more open actions a decision fails.
 *
 * @param policy the policy to change
 * @param minimum the least probability of an open action, in [0, 1]
 */
@Summary("a policy mixed with the uniform one so that every open action has at least a minimum")
@Stability(STABLE)
public record UniformMix(Policy policy, double minimum) implements WorkspacePolicy {
    public UniformMix {
        Require.probability("minimum", minimum);
    }

    @Override
    public void probabilities(double[] values, double[] out, Workspace work) {
        ValueChecks.best(values, out);
        int open = ValueChecks.open(values);
        Floor.requireRoom(minimum, open);
        double[] p = work.array(0, values.length);
        work.part(0).probabilities(policy, values, p);
        double rest = Math.max(0, 1 - open * minimum);
        for (int i = 0; i < p.length; i++) {
            out[i] = values[i] == Double.NEGATIVE_INFINITY ? 0 : minimum + rest * p[i];
        }
    }

    @Override
    public double temperatureAt(double... values) {
        return policy.temperatureAt(values);
    }

    @Override
    public UniformMix with(String parameter, double value) {
        return switch (ParameterPath.head(parameter)) {
            case "minimum" -> new UniformMix(policy, value);
            case "policy." -> new UniformMix(policy.with(ParameterPath.tail(parameter), value), minimum);
            default -> throw new InvalidValue("parameter", parameter, "minimum, or policy. and a number of it");
        };
    }
}
