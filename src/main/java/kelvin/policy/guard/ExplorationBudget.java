package kelvin.policy.guard;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.NeumaierSum;
import kelvin.policy.ParameterPath;
import kelvin.policy.Policy;

/**
 * A policy with an upper bound on exploration: the probability of all actions that are not the best estimated.
 *
 * <pre>
 *   p = λ·policy + (1 − λ)·greedy,   λ = min(1, share/e),   e = Σ policy[i] over i with q[i] &lt; max q
 * </pre>
 *
 * <p>So Σ p[i] over these actions is min(e, share), and they keep their proportions. Tied best actions share what the greedy policy
 * adds equally, as under {@link kelvin.policy.Greedy}; where all are tied nothing is exploration, and the policy is left as it is. A
 * share of 0 is the greedy policy, unless the policy itself takes best actions only.
 *
 * @implNote The absolute error that is added to a probability is at most 2⁻⁵²; the bound is kept to a relative error of 4·2⁻⁵³. Cost: the
 *     policy and one array.
 * @see LossBudget
 * @param policy the policy to change
 * @param share the largest probability of exploration, in [0, 1]
 */
@Summary("a policy mixed with the greedy one so that actions that are not the best have at most a probability in all")
@Stability(STABLE)
public record ExplorationBudget(Policy policy, double share) implements GreedyMix {
    public ExplorationBudget {
        Require.probability("share", share);
    }

    @Override
    public double kept(double[] values, double best, double[] p, NeumaierSum total) {
        for (int i = 0; i < p.length; i++) {
            total.add(values[i] == best ? 0 : p[i]);
        }
        double explored = total.value();
        return explored > share ? share / explored : 1;
    }

    @Override
    public ExplorationBudget with(String parameter, double value) {
        return switch (ParameterPath.head(parameter)) {
            case "share" -> new ExplorationBudget(policy, value);
            case "policy." -> new ExplorationBudget(policy.with(ParameterPath.tail(parameter), value), share);
            default -> throw new InvalidValue("parameter", parameter, "share, or policy. and a number of it");
        };
    }
}
