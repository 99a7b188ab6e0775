package kelvin.policy.gap;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Log;

/**
 * Reweighted inverse gap weighting, the rule of FastCB: {@link InverseGap} with a sharpness that grows as the loss of the best action
 * falls. For values in [0, 1].
 *
 * <pre>
 *   l[i] = 1 − q[i],   q[i] clamped to [0, 1]
 *   p[i] = m/(n·m + γ·(l[i] − m))     if l[i] &gt; m,   m = min l,   n = number of open actions
 *   p[i] = (1 − Σ p of the others)/k     if l[i] = m,   k = number of best actions
 * </pre>
 *
 * <table>
 *   <caption>Limits</caption>
 *   <tr><th scope="col">when</th><th scope="col">p becomes</th></tr>
 *   <tr><td>γ = 0</td><td>uniform over the open actions ({@link kelvin.policy.Uniform})</td></tr>
 *   <tr><td>γ → ∞, or the best value ≥ 1 with γ &gt; 0</td><td>uniform over the best actions ({@link kelvin.policy.Greedy})</td></tr>
 * </table>
 *
 * <p>Regret is then small where the best action hardly ever fails. Values beyond [0, 1] are no errors, as a model's predictions may
 * be: those above 1 are all alike, and so are those below 0. The best actions have at least 1/n each.
 *
 * @implNote The relative error of p[i] is at most 8·2⁻⁵³; where γ·gap/m is beyond the doubles, the probability is taken as 0. Cost:
 *     three divisions per action.
 * @see <a href="https://arxiv.org/abs/2107.02237">Foster and Krishnamurthy (2021), Efficient first-order contextual bandits:
 *     prediction, allocation, and triangular discrimination, algorithm 1</a>
 * @param sharpness γ, a pure number; finite and ≥ 0
 */
@Summary("p = l/(n*l + sharpness*gap) with l = 1 - the best value: the rule of FastCB, for values in [0, 1]")
@Stability(STABLE)
public record ReweightedInverseGap(double sharpness) implements GapWeighted {
    public ReweightedInverseGap {
        Require.notNegative("sharpness", sharpness);
    }

    @Override
    public double worth(double value) {
        return value == Double.NEGATIVE_INFINITY ? value : Math.max(0, Math.min(1, value));
    }

    @Override
    public double excess(double value, double best) {
        return sharpness == 0 ? 0 : sharpness * ((best - value) / (1 - best));
    }

    @Override
    public double logExcess(double value, double best) {
        return Log.of(sharpness) + Log.of(best - value) - Log.of(1 - best);
    }

    @Override
    public ReweightedInverseGap with(String parameter, double value) {
        if (!parameter.equals("sharpness")) {
            throw new InvalidValue("parameter", parameter, "sharpness");
        }
        return new ReweightedInverseGap(value);
    }
}
