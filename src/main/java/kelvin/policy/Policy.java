package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;
import kelvin.numeric.Weights;
import kelvin.policy.temperature.TemperatureFor;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A policy: a pure rule that turns action values into action probabilities.
 *
 * <p>Implementations are immutable and thread-safe: time and randomness are arguments. The probability reported is the
 * probability used: {@link #select} chooses action i with probability {@code probabilities(values)[i]} ± n·2⁻⁵³, the
 * resolution of one uniform number and the rounding of partial sums; tails below 2⁻⁵³ may never be drawn.
 */
@Stability(STABLE)
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
     * Returns the probability of each action, in a new array.
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
     * Writes the probabilities of many decisions, a row each; rows of one length share their workspace.
     *
     * @param values the values of each decision; rows may differ in length
     * @param out receives the probabilities, rows of the same lengths; may be the same array as {@code values}
     * @throws IllegalArgumentException if the numbers of rows differ, or for a row as
     *     {@link #probabilities(double[], double[])} does; earlier rows of {@code out} are then written
     */
    default void probabilities(double[][] values, double[][] out) {
        if (values.length != out.length) {
            throw new IllegalArgumentException(
                    "out.length = " + out.length + ", must be values.length = " + values.length);
        }
        Workspace work = new Workspace();
        for (int row = 0; row < values.length; row++) {
            try {
                work.probabilities(this, values[row], out[row]);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("row " + row + ": " + e.getMessage(), e);
            }
        }
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
     * Writes the natural logarithm of each action's probability into {@code out}; −∞ for probability 0.
     *
     * <p>Where a policy knows more than its probabilities, as {@link Softmax} does, logarithms stay finite and exact where the
     * probability itself is too small for a double. Near 0 they keep their digits: ln(1 − 10⁻²⁰) is −10⁻²⁰, not 0.
     *
     * @param values estimated value of each action, as for {@link #probabilities(double[], double[])}
     * @param out receives ln P(action | values), in [−∞, 0]; may be the same array as {@code values}
     * @throws IllegalArgumentException as {@link #probabilities(double[], double[])} does
     */
    default void logProbabilities(double[] values, double[] out) {
        probabilities(values, out);
        Weights.logarithms(out);
    }

    /**
     * Returns the natural logarithm of one action's probability; −∞ for probability 0.
     *
     * @param values estimated value of each action, as for {@link #probabilities(double[], double[])}
     * @param action the action asked about, in [0, n)
     * @return ln P(action | values), in [−∞, 0]
     * @throws IllegalArgumentException as {@link #probabilities(double[], double[])} does
     * @throws IndexOutOfBoundsException if there is no such action
     */
    default double logProbability(double[] values, int action) {
        double[] out = new double[values.length];
        logProbabilities(values, out);
        return out[action];
    }

    /**
     * Returns one decision as a whole: its probabilities, their logarithms, and the measures that follow from them.
     *
     * @param values estimated value of each action, as for {@link #probabilities(double[], double[])}
     * @return the distribution over the actions
     * @throws IllegalArgumentException as {@link #probabilities(double[], double[])} does
     */
    default Distribution distribution(double... values) {
        double[] logarithms = new double[values.length];
        logProbabilities(values, logarithms);
        return new Distribution(probabilities(values), logarithms);
    }

    /**
     * Returns the temperature in force for some values: the policy's own, the one solved for ({@link TemperatureFor}),
     * or that of the policy it modifies.
     *
     * @param values estimated value of each action, as for {@link #probabilities(double[], double[])}
     * @return τ in reward units; 0 or +∞ where only these limits have the property solved for; {@code NaN} where no one temperature is
     *     in force
     * @throws IllegalArgumentException if a solved one is asked for values that {@link #probabilities(double[], double[])} rejects
     */
    default double temperatureAt(double... values) {
        return this instanceof Tempered tempered ? tempered.temperature() : Double.NaN;
    }

    /**
     * Returns the same policy with one of its numbers changed, as {@link Annealed} does at every step. Experiment files can do without:
     * there a record that does not override this method is copied by its constructor.
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
