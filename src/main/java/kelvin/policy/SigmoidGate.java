package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Exp;
import kelvin.numeric.Sigmoid;

/**
 * Normalised sigmoid gates: each action is weighted by the sigmoid of its value, whatever the others' values.
 *
 * <pre>
 *   p[i] = σ((q[i] − θ)/τ) / Σⱼ σ((q[j] − θ)/τ),   σ(x) = 1/(1 + e⁻ˣ)
 * </pre>
 *
 * <table>
 *   <caption>Limits</caption>
 *   <tr><th scope="col">when</th><th scope="col">p becomes</th></tr>
 *   <tr><td>all values far above θ</td><td>uniform over the open actions: good enough is good enough</td></tr>
 *   <tr><td>all values far below θ, or θ → ∞</td><td>{@link Softmax} with the same τ</td></tr>
 *   <tr><td>τ → 0</td><td>uniform over the values above θ; if there are none, over the best</td></tr>
 * </table>
 *
 * <p>Scaling values, θ and τ together changes nothing; so does adding a constant to values and θ.
 *
 * @implNote Weights are ratios to the best action's gate, taken in logarithms: where every gate underflows the ratios stay
 *     exact and the softmax limit appears by itself. Cost: three exponentials and three logarithms per action.
 * @param threshold θ, the value at which a gate is half open, in reward units; finite
 * @param temperature τ, the width of the gate, in reward units; finite and &gt; 0
 */
@Summary("p ∝ σ((q − threshold)/temperature): normalised sigmoid gates, where several answers may be right")
@Stability(STABLE)
public record SigmoidGate(double threshold, double temperature) implements ScoreDerivatives {
    /** The logit at which a gate is open with probability 2⁻⁵⁰. */
    private static final double MIN_LOGIT = -34.6;

    public SigmoidGate {
        Require.finite("threshold", threshold);
        Require.positive("temperature", temperature);
    }

    @Override
    public double score(double value, double best) {
        double x = ValueChecks.logit(value, threshold, temperature);
        double top = ValueChecks.logit(best, threshold, temperature);
        if (top > 0 || x > 0) {
            return Sigmoid.log(x) - Sigmoid.log(top);
        }
        return ValueChecks.logit(value, best, temperature) + (Sigmoid.softplus(top) - Sigmoid.softplus(x));
    }

    /** Returns the gate itself, which needs no logarithm, unless that of the best action is all but closed, or there is none. */
    @Override
    public double nearWeight(double value, double best) {
        if (!(best - threshold >= MIN_LOGIT * temperature)) {
            return Exp.of(score(value, best));
        }
        boolean safe = temperature > 0x1p-900 && temperature < 0x1p900;
        double closing =
                safe ? (threshold - value) * (1 / temperature) : -ValueChecks.logit(value, threshold, temperature);
        return 1 / (1 + Exp.of(closing));
    }

    @Override
    public double logSlope(double value) {
        return Sigmoid.log(-ValueChecks.logit(value, threshold, temperature));
    }

    /**
     * Returns σ(−x)·x at either value; below the threshold as x − σ(x)·x, so that a difference of large x stays exact.
     */
    @Override
    public double heatShift(double value, double other) {
        double x = ValueChecks.logit(value, threshold, temperature);
        double y = ValueChecks.logit(other, threshold, temperature);
        if (x > 0 || y > 0) {
            return Sigmoid.times(-x, x) - Sigmoid.times(-y, y);
        }
        return ValueChecks.logit(value, other, temperature) - (Sigmoid.times(x, x) - Sigmoid.times(y, y));
    }

    @Override
    public SigmoidGate with(String parameter, double value) {
        return switch (parameter) {
            case "threshold" -> new SigmoidGate(value, temperature);
            case "temperature" -> new SigmoidGate(threshold, value);
            default -> throw new InvalidValue("parameter", parameter, "threshold or temperature");
        };
    }
}
