package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Simplex;

/**
 * Sparsemax, the Euclidean projection of the logits on the simplex: actions far enough below the best get probability
 * exactly 0, the rest rise linearly.
 *
 * <pre>
 *   p = argmin ‖p − q/τ‖²,   p[i] = max(0, q[i]/τ − c),   c such that Σ p[i] = 1
 * </pre>
 *
 * <table>
 *   <caption>Limits</caption>
 *   <tr><th scope="col">when</th><th scope="col">p becomes</th></tr>
 *   <tr><td>τ at most the gap between best and next</td><td>the best actions alone ({@link Greedy}), exactly</td></tr>
 *   <tr><td>τ → ∞</td><td>uniform over the open actions ({@link Uniform})</td></tr>
 * </table>
 *
 * <p>An action more than τ worse than the best is never chosen. Adding a constant to all values changes nothing; scaling
 * values and τ together changes nothing.
 *
 * @implNote The absolute error of p[i] is at most 2⁻⁵¹. Cost: a sort and a few passes over the actions chosen at all.
 * @see <a href="https://proceedings.mlr.press/v48/martins16.html">Martins and Astudillo (2016), From softmax to sparsemax,
 *     algorithm 1</a>
 * @param temperature τ, in reward units; finite and &gt; 0
 */
@Summary("p = max(0, q/temperature - c): the nearest distribution, exactly 0 for actions far below the best")
@Stability(STABLE)
public record Sparsemax(double temperature) implements WorkspacePolicy, Tempered {
    public Sparsemax {
        Require.positive("temperature", temperature);
    }

    @Override
    public void probabilities(double[] values, double[] out, Workspace work) {
        double best = ValueChecks.best(values, out);
        double[] logits = work.sorted(0, values);
        for (int i = 0; i < logits.length; i++) {
            logits[i] = ValueChecks.logit(logits[i], best, temperature);
        }
        double cut = Simplex.cut(logits, 1, work.total());
        for (int i = 0; i < values.length; i++) {
            out[i] = Math.max(0, ValueChecks.logit(values[i], best, temperature) - cut);
        }
    }

    @Override
    public Sparsemax with(String parameter, double value) {
        if (!parameter.equals("temperature")) {
            throw new InvalidValue("parameter", parameter, "temperature");
        }
        return new Sparsemax(value);
    }
}
