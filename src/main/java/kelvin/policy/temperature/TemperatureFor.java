package kelvin.policy.temperature;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.policy.Policy;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;

/**
 * A softmax whose temperature is solved anew for every set of values, so that the distribution has a stated property
 * however large or small the values are.
 *
 * <pre>
 *   Policy policy = new EffectiveActions(3);                                     // explores as three equal actions would
 *   double τ = new EffectiveActions(3).temperature(0.1, 0.5, 0.9, 1).temperature();   // the number behind it
 * </pre>
 *
 * <p>All of them are blind to scale and shift of the values (for {@link ExpectedLoss} the target scales along). A target out
 * of reach gives the nearest distribution that softmax can reach: with m best among n open actions, never colder than uniform
 * over the m, never hotter than uniform over the n; where all are tied, uniform.
 *
 * <p>Only softmax is offered. The normalised gates of {@link SigmoidGate} have no such temperature: over values (0.6, 0.7,
 * 0.9, 1) with θ = 0.5 their entropy starts at ln 4 (τ → 0: every gate open), falls to 1.3745 at τ = 0.2 and rises to ln 4 again, and
 * the other measures turn with it. So a target may have two temperatures or none, and which one is meant cannot be told.
 *
 * @implNote The root is found to the rounding of the property, from the values alone: a decision never depends on those before. Cost:
 *     a sort and four or five passes over the values with an exponential each. Where values differ by more than 10⁹⁰ in scale or the
 *     temperature lies beyond the doubles, and for {@link KlFrom}, it is bracketed between powers of two, in 20 to 60 passes.
 */
@Stability(STABLE)
public sealed interface TemperatureFor extends Policy permits SolvedTemperaturePolicy {
    /**
     * Returns the temperature for some values.
     *
     * @param values estimated value of each action, as for {@link #probabilities(double[], double[])}
     * @return the temperature, what it achieves, and whether that is the target
     * @throws IllegalArgumentException as {@link #probabilities(double[], double[])} does
     */
    SolvedTemperature temperature(double... values);

    /**
     * Returns the temperature of a family of policies for some values; refuses families that have none.
     *
     * @param family a softmax, whose own temperature is not used
     * @param values estimated value of each action, as for {@link #probabilities(double[], double[])}
     * @return the temperature, what it achieves, and whether that is the target
     * @throws IllegalArgumentException if the family is not softmax, or as {@link #probabilities(double[], double[])} does
     */
    default SolvedTemperature temperature(Policy family, double... values) {
        Require.that(
                family instanceof Softmax,
                "family",
                family,
                "a Softmax: under other families entropy and its like may rise and fall with temperature, so that a target"
                        + " has several temperatures or none");
        return temperature(values);
    }
}
