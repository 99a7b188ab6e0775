package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Exp;

/**
 * The Boltzmann policy: exponential preference for higher values, tempered by τ. For choices with one right answer.
 *
 * <pre>
 *   p[i] = exp(q[i]/τ) / Σⱼ exp(q[j]/τ)
 * </pre>
 *
 * <table>
 *   <caption>Limits</caption>
 *   <tr><th scope="col">when</th><th scope="col">p becomes</th></tr>
 *   <tr><td>τ → 0</td><td>uniform over the best actions ({@link Greedy})</td></tr>
 *   <tr><td>τ → ∞</td><td>uniform over the open actions ({@link Uniform})</td></tr>
 * </table>
 *
 * <p>Adding a constant to all values changes nothing; scaling values and τ together changes nothing. Hence τ is in reward
 * units: a gap of τ makes the better action e ≈ 2.718 times as likely.
 *
 * @implNote With x = (max q − q[i])/τ the error of p[i] is at most (4 + 2x)·2⁻⁵³·p[i] + 2⁻¹⁰⁷⁴, the last being a unit of
 *     the subnormal numbers, and the absolute error of ln p[i] at most (4 + 2x)·2⁻⁵³; no finite values and no
 *     τ overflow. Cost: one exp per action.
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), Reinforcement Learning, 2nd ed.,
 *     eq. 2.11 with preferences q/τ</a>
 * @param temperature τ, in reward units; finite and &gt; 0
 */
@Summary("p ∝ exp(q/temperature): the Boltzmann policy, for one right answer")
@Stability(STABLE)
public record Softmax(double temperature) implements ScoreDerivatives {
    public Softmax {
        Require.positive("temperature", temperature);
    }

    /**
     * Creates a softmax from an inverse temperature β = 1/τ.
     *
     * @param beta β = 1/τ, per reward unit; such that 1/β is finite and &gt; 0
     * @return the softmax with temperature 1/β
     */
    public static Softmax ofInverse(double beta) {
        double temperature = 1 / beta;
        Require.that(
                temperature > 0 && temperature < Double.POSITIVE_INFINITY, "beta", beta, "> 0 with a finite inverse");
        return new Softmax(temperature);
    }

    @Override
    public double score(double value, double best) {
        return ValueChecks.logit(value, best, temperature);
    }

    /**
     * Multiplies by 1/τ, which takes a third of the time of a division; not where 1/τ or the product could overflow.
     */
    @Override
    public double nearWeight(double value, double best) {
        boolean safe = temperature > 0x1p-900 && temperature < 0x1p900;
        return Exp.of(safe ? (value - best) * (1 / temperature) : score(value, best));
    }

    /**
     * Writes the scores without a branch where overflow makes no difference: a gap so wide has weight 0 at such a
     * temperature.
     */
    @Override
    public void scores(double[] values, double best, double[] out) {
        if (temperature > 0x1p900) {
            ScoreDerivatives.super.scores(values, best, out);
            return;
        }
        for (int i = 0; i < values.length; i++) {
            out[i] = (values[i] - best) / temperature;
        }
    }

    @Override
    public double lost(double value, double best) {
        return ValueChecks.lost(value, best, temperature);
    }

    @Override
    public double logSlope(double value) {
        return 0;
    }

    @Override
    public double heatShift(double value, double other) {
        return ValueChecks.logit(value, other, temperature);
    }

    @Override
    public Softmax with(String parameter, double value) {
        if (!parameter.equals("temperature")) {
            throw new InvalidValue("parameter", parameter, "temperature");
        }
        return new Softmax(value);
    }
}
