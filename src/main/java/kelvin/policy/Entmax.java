package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * α-entmax, between softmax and sparsemax: actions far enough below the best get probability exactly 0, the rest a
 * power law.
 *
 * <pre>
 *   p = argmax Σ p[i]·q[i]/τ + H(p),   H(p) = (1 − Σ p[i]^α)/(α·(α − 1)) Tsallis entropy
 *   p[i] = max(0, (α − 1)·q[i]/τ − c)^(1/(α − 1)),   c such that Σ p[i] = 1
 * </pre>
 *
 * <table>
 *   <caption>Limits</caption>
 *   <tr><th scope="col">when</th><th scope="col">p becomes</th></tr>
 *   <tr><td>α → 1</td><td>{@link Softmax} with the same τ</td></tr>
 *   <tr><td>α = 2</td><td>{@link Sparsemax}</td></tr>
 *   <tr><td>τ → 0</td><td>uniform over the best actions ({@link Greedy})</td></tr>
 *   <tr><td>τ → ∞</td><td>uniform over the open actions ({@link Uniform})</td></tr>
 * </table>
 *
 * <p>An action more than τ/(α − 1) worse than the best is never chosen. Adding a constant to all values changes nothing;
 * scaling values and τ together changes nothing.
 *
 * @implNote With ρ the best action's probability, p[i]/ρ = (1 + (α − 1)·x/s)^(1/(α − 1)) for x = (q[i] − max q)/τ and
 *     s = ρ^(α − 1). That s is found by Newton's method for every α, 1.5 and 2 included; weights relative to the best keep
 *     their digits even as α → 1, where powers of rounded bases would not. The absolute error of p[i] is some 2⁻⁵². Cost:
 *     a sort, and some five passes over the actions chosen at all, with an exponential and a logarithm each unless α is
 *     1.25, 1.5 or 2.
 * @see <a href="https://doi.org/10.18653/v1/P19-1146">Peters, Niculae and Martins (2019), Sparse sequence-to-sequence
 *     models</a>
 * @param alpha α, the sparsity; in (1, 2]
 * @param temperature τ, in reward units; finite and &gt; 0
 */
@Summary("sparse softmax: exactly 0 for actions far below the best; alpha from 1 (softmax) to 2 (sparsemax)")
@Stability(STABLE)
public record Entmax(double alpha, double temperature) implements PowerLaw {
    public Entmax {
        Require.that(alpha > 1 && alpha <= 2, "alpha", alpha, "in (1, 2]");
        Require.positive("temperature", temperature);
    }

    @Override
    public Entmax with(String parameter, double value) {
        return switch (parameter) {
            case "alpha" -> new Entmax(value, temperature);
            case "temperature" -> new Entmax(alpha, value);
            default -> throw new InvalidValue("parameter", parameter, "alpha or temperature");
        };
    }
}
