package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * The ½-Tsallis weights: like a softmax, but with tails that fall with the square of the distance, not exponentially.
 *
 * <pre>
 *   p[i] = 4/((x − q[i])/τ)²,   x &gt; max q such that Σ p[i] = 1
 * </pre>
 *
 * <table>
 *   <caption>Limits</caption>
 *   <tr><th scope="col">when</th><th scope="col">p becomes</th></tr>
 *   <tr><td>τ → 0</td><td>uniform over the best actions ({@link Greedy})</td></tr>
 *   <tr><td>τ → ∞</td><td>uniform over the open actions ({@link Uniform})</td></tr>
 * </table>
 *
 * <p>It maximises Σ p[i]·q[i]/τ + 4·Σ √p[i]. With values = −(estimated cumulative losses) and τ = 1/η it is the rule of
 * Tsallis-INF. Adding a constant to all values changes nothing; scaling values and τ together changes nothing.
 *
 * @implNote It is {@link Entmax}'s family at α = ½ and shares its solver: weights relative to the best, one number by
 *     Newton's method. The relative error of p[i] is below 2⁻⁵¹, measured down to p[i] = 10⁻²⁴. Cost: a sort, and some five passes with
 *     a division per action.
 * @see <a href="https://jmlr.org/papers/v22/19-753.html">Zimmert and Seldin (2021), Tsallis-INF: an optimal algorithm for
 *     stochastic and adversarial bandits</a>
 * @param temperature τ = 1/η, in reward units; finite and &gt; 0
 */
@Summary("p = 4/((x - q)/temperature)^2: the weights of Tsallis-INF, with heavier tails than softmax")
@Stability(STABLE)
public record Tsallis(double temperature) implements PowerLaw {
    public Tsallis {
        Require.positive("temperature", temperature);
    }

    @Override
    public double alpha() {
        return 0.5;
    }

    @Override
    public Tsallis with(String parameter, double value) {
        if (!parameter.equals("temperature")) {
            throw new InvalidValue("parameter", parameter, "temperature");
        }
        return new Tsallis(value);
    }
}
