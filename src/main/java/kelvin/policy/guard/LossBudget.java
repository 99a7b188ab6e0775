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
 * A policy with an upper bound on its expected loss against the best estimate, per decision.
 *
 * <pre>
 *   p = λ·policy + (1 − λ)·greedy,   λ = min(1, budget/l),   l = Σ policy[i]·(max q − q[i])
 * </pre>
 *
 * <p>So the expected loss is min(l, budget): large while the actions are close, whatever the policy explores, and small where a
 * mistake is dear. It is a loss by the estimates, as no other is known when deciding. {@link
 * kelvin.policy.temperature.ExpectedLoss} chooses the temperature of a softmax by the same measure, as a target instead of a bound.
 *
 * <p>A budget of 0 is the greedy policy, unless the policy itself takes best actions only; where all are tied the policy is left as
 * it is. Closed actions lose nothing.
 *
 * @implNote The loss is summed in a unit in which neither gaps overflow nor products vanish. The absolute error that is added to a
 *     probability is at most 2⁻⁵²; the bound is kept to a relative error of 8·2⁻⁵³. Cost: the policy and one array.
 * @see ExplorationBudget
 * @param policy the policy to change
 * @param budget the largest expected loss per decision, in reward units; finite and ≥ 0
 */
@Summary("a policy mixed with the greedy one so that it gives away at most budget per decision, in reward units")
@Stability(STABLE)
public record LossBudget(Policy policy, double budget) implements GreedyMix {
    /** Gaps above this are made smaller before they are summed. */
    private static final double LARGE = 0x1p1020;

    /** Where no gap is above this, all are made larger, so that their products with probabilities do not vanish. */
    private static final double SMALL = 0x1p100;

    public LossBudget {
        Require.notNegative("budget", budget);
    }

    @Override
    public double kept(double[] values, double best, double[] p, NeumaierSum total) {
        double largest = 0;
        for (int i = 0; i < p.length; i++) {
            largest = Math.max(largest, p[i] > 0 ? best - values[i] : 0);
        }
        double unit = largest > LARGE ? 0x1p-4 : largest > SMALL ? 1 : 0x1p900;
        for (int i = 0; i < p.length; i++) {
            total.add(p[i] > 0 ? p[i] * gap(values[i], best, unit) : 0);
        }
        double loss = total.value();
        if (loss <= budget * unit) {
            return 1;
        }
        return unit < 1 ? budget / loss * unit : budget * unit / loss;
    }

    /** Returns the gap in a unit; the difference first, which is exact for close values, unless it overflows. */
    private static double gap(double value, double best, double unit) {
        return unit < 1 ? best * unit - value * unit : (best - value) * unit;
    }

    @Override
    public LossBudget with(String parameter, double value) {
        return switch (ParameterPath.head(parameter)) {
            case "budget" -> new LossBudget(policy, value);
            case "policy." -> new LossBudget(policy.with(ParameterPath.tail(parameter), value), budget);
            default -> throw new InvalidValue("parameter", parameter, "budget, or policy. and a number of it");
        };
    }
}
