package kelvin.policy.guard;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Default;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.NeumaierSum;
import kelvin.policy.ParameterPath;
import kelvin.policy.Policy;
import kelvin.policy.ValueChecks;
import kelvin.policy.Workspace;

/**
 * A policy with a minimum share for a baseline action: the one in use today, say, which is known to be safe.
 *
 * <pre>
 *   p[b] = max(share, policy[b])                           b = baseline
 *   p[i] = policy[i]·(1 − p[b])/(1 − policy[b])            for the other actions
 * </pre>
 *
 * <p>Among the distributions with p[b] ≥ share this is the nearest to the policy's by the Kullback–Leibler divergence, in either
 * direction. A policy that takes the baseline often enough is left as it is, and so is every policy while the baseline is closed.
 *
 * @implNote The relative error that is added to a probability is at most 4·2⁻⁵³. Cost: the policy and a pass.
 * @see <a href="https://proceedings.mlr.press/v48/wu16.html">Wu, Shariff, Lattimore and Szepesvári (2016), Conservative bandits</a>
 * @param policy the policy to change
 * @param share the least probability of the baseline, in [0, 1]
 * @param baseline the number of the baseline action, from 0
 */
@Summary("a policy that takes a baseline action with at least a probability, and the others in the same proportions")
@Stability(STABLE)
public record BaselineShare(
        Policy policy, double share, @Default("0") int baseline) implements GuardRail {
    public BaselineShare {
        Require.probability("share", share);
        Require.atLeast("baseline", 0, baseline);
    }

    @Override
    public void probabilities(double[] values, double[] out, Workspace work) {
        ValueChecks.best(values, out);
        if (baseline >= values.length) {
            throw new InvalidValue("baseline", baseline, "below the number of actions, " + values.length);
        }
        boolean closed = values[baseline] == Double.NEGATIVE_INFINITY;
        work.part(0).probabilities(policy, values, out);
        NeumaierSum others = work.total();
        for (int i = 0; i < out.length; i++) {
            others.add(i == baseline ? 0 : out[i]);
        }
        double left = others.value();
        if (closed || left == 0 || out[baseline] >= share) {
            return;
        }
        double factor = (1 - share) / left;
        for (int i = 0; i < out.length; i++) {
            out[i] = i == baseline ? share : out[i] * factor;
        }
    }

    @Override
    public BaselineShare with(String parameter, double value) {
        return switch (ParameterPath.head(parameter)) {
            case "share" -> new BaselineShare(policy, value, baseline);
            case "baseline" -> {
                Require.that(value == (int) value, "baseline", value, "a whole number");
                yield new BaselineShare(policy, share, (int) value);
            }
            case "policy." -> new BaselineShare(policy.with(ParameterPath.tail(parameter), value), share, baseline);
            default -> throw new InvalidValue("parameter", parameter, "share, baseline, or policy. and a number of it");
        };
    }
}
