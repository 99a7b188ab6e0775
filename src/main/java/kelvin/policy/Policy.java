package kelvin.policy;

import kelvin.contract.InvalidValue;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A pure rule that turns action values into action probabilities.
 *
 * <p>Implementations are immutable and thread-safe: time and randomness are arguments. The probability reported is the
 * probability used: {@link #select} chooses action i with probability {@code probabilities(values)[i]} ± 2⁻⁵³, the
 * resolution of one uniform number; tails below 2⁻⁵³ may never be drawn.
 */
public interface Policy extends PolicySchedule {
    /**
     * Writes the probability of each action into {@code out}.
     *
     * <pre>
     *   out[i] = P(action i | values),   out[i] ≥ 0,   Σ out[i] = 1 ± n·2⁻⁵²
     * </pre>
     *
     * <p>What may be in {@code values}:
     *
     * <ul>
     *   <li>finite numbers, in reward units; a larger one is preferred;
     *   <li>{@code -∞} for an action that must not be taken: its probability is exactly 0;
     *   <li>at least one finite number; never {@code NaN} or {@code +∞}.
     * </ul>
     *
     * @param values estimated value of each action, length n ≥ 1; not modified unless it is also {@code out}
     * @param out receives the probabilities, length n; may be the same array as {@code values}
     * @throws IllegalArgumentException if the lengths differ or are 0, or {@code values} holds {@code NaN}, {@code +∞} or
     *     no finite number; {@code out} is then unchanged
     */
    void probabilities(double[] values, double[] out);

    /**
     * The probability of each action, in a new array.
     *
     * @param values estimated value of each action, as for {@link #probabilities(double[], double[])}
     * @return the probabilities
     * @throws IllegalArgumentException as {@link #probabilities(double[], double[])} does
     */
    default double[] probabilities(double... values) {
        double[] out = new double[values.length];
        probabilities(values, out);
        return out;
    }

    /**
     * Draws an action with the probabilities of this policy; never one of probability 0.
     *
     * @param values estimated value of each action, as for {@link #probabilities(double[], double[])}
     * @param random where the uniform numbers come from
     * @return the index of the action drawn
     * @throws IllegalArgumentException as {@link #probabilities(double[], double[])} does
     */
    default int select(double[] values, UniformRandomProvider random) {
        return Weights.draw(probabilities(values), random);
    }

    /**
     * The natural logarithm of an action's probability; −∞ for probability 0.
     *
     * @param values estimated value of each action, as for {@link #probabilities(double[], double[])}
     * @param action the action asked about, in [0, n)
     * @return ln P(action | values), in [−∞, 0]
     * @throws IllegalArgumentException as {@link #probabilities(double[], double[])} does
     * @throws IndexOutOfBoundsException if there is no such action
     */
    default double logProbability(double[] values, int action) {
        double[] p = probabilities(values);
        if (p[action] <= 0.5) {
            return StrictMath.log(p[action]);
        }
        p[action] = 0;
        return StrictMath.log1p(-Weights.sum(p));
    }

    /**
     * The same policy with one of its numbers changed; what {@link Annealed} is made of.
     *
     * @param parameter the name of a record component
     * @param value its new value
     * @return a new policy
     * @throws IllegalArgumentException if this policy has no such number, or the value is outside its range
     */
    default Policy with(String parameter, double value) {
        throw new InvalidValue(
                "parameter", parameter, "a number of " + getClass().getSimpleName());
    }

    @Override
    default Policy at(long step) {
        return this;
    }
}
