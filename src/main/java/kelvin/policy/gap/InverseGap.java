package kelvin.policy.gap;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Inverse gap weighting, the rule of SquareCB: an action's probability falls with the inverse of its gap to the best value, and
 * the best actions share the rest.
 *
 * <pre>
 *   p[i] = 1/(n + γ·(max q − q[i]))      if q[i] &lt; max q,   n = number of open actions
 *   p[i] = (1 − Σ p of the others)/k     if q[i] = max q,   k = number of best actions
 * </pre>
 *
 * <table>
 *   <caption>Limits</caption>
 *   <tr><th scope="col">when</th><th scope="col">p becomes</th></tr>
 *   <tr><td>γ = 0</td><td>uniform over the open actions ({@link kelvin.policy.Uniform})</td></tr>
 *   <tr><td>γ → ∞</td><td>uniform over the best actions ({@link kelvin.policy.Greedy})</td></tr>
 * </table>
 *
 * <p>The best actions have at least 1/n each. Adding a constant to all values changes nothing; nor does multiplying values and
 * 1/γ alike. Closed actions (−∞) do not count in n, so an action that was ruled out leaves its share to the others. SquareCB lets γ
 * grow with the square root of the decisions made ({@link kelvin.schedule.SqrtPlays}): its regret then follows from the regression
 * error of whatever model predicts the values.
 *
 * @implNote The relative error of p[i] is at most 4·2⁻⁵³; where γ·gap is beyond the doubles, the probability, below 5.6e-309, is taken
 *     as 0 and its logarithm is not. Cost: two divisions per action.
 * @see <a href="https://proceedings.mlr.press/v119/foster20a.html">Foster and Rakhlin (2020), Beyond UCB: optimal and efficient
 *     contextual bandits with regression oracles, algorithm 1</a>
 * @see "Abe and Long (1999), Associative reinforcement learning using linear probabilistic concepts, ICML"
 * @param sharpness γ, per reward unit; finite and ≥ 0
 */
@Summary("p = 1/(n + sharpness*gap), and the rest for the best: inverse gap weighting, the rule of SquareCB")
@Stability(STABLE)
public record InverseGap(double sharpness) implements GapWeighted {
    public InverseGap {
        Require.notNegative("sharpness", sharpness);
    }

    @Override
    public InverseGap with(String parameter, double value) {
        if (!parameter.equals("sharpness")) {
            throw new InvalidValue("parameter", parameter, "sharpness");
        }
        return new InverseGap(value);
    }
}
