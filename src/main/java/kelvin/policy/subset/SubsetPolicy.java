package kelvin.policy.subset;

import static kelvin.contract.Stability.Level.STABLE;

import java.io.Serializable;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.numeric.Exp;
import kelvin.numeric.Weights;
import kelvin.policy.Policy;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A subset policy: a pure rule that turns action values into a random set of actions, for choices with several right
 * answers.
 *
 * <p>A set is a {@code boolean[]} as long as the values: {@code subset[i]} says whether action i is in it. A closed action
 * is in no set. Implementations are immutable and thread-safe, and the probability reported is the probability used, ± 2⁻⁵³
 * for each uniform number drawn. What may be in {@code values} is what {@link Policy} allows.
 */
@Stability(STABLE)
public interface SubsetPolicy extends Serializable {
    /**
     * Returns the range of the number of actions in a set.
     *
     * @param actions how many there are to choose from
     * @return none to all of them, unless the rule says otherwise
     */
    default SlateSizes sizes(int actions) {
        return new SlateSizes(0, actions);
    }

    /**
     * Writes the probability that each action is in the set.
     *
     * <pre>
     *   out[i] = Σ P(S | values) over all sets S that contain i,   0 ≤ out[i] ≤ 1
     * </pre>
     *
     * @param values estimated value of each action, length n ≥ 1; not modified unless it is also {@code out}
     * @param out receives the inclusion probabilities, length n; may be the same array as {@code values}
     * @throws IllegalArgumentException if the lengths differ or are 0, {@code values} holds {@code NaN}, {@code +∞} or no
     *     finite number, or fewer actions are open than the rule needs; {@code out} is then unchanged
     */
    void inclusion(double[] values, double[] out);

    /**
     * Returns the probability that each action is in the set, in a new array.
     *
     * @param values estimated value of each action
     * @return the inclusion probabilities
     * @throws IllegalArgumentException as {@link #inclusion(double[], double[])} does
     */
    default double[] inclusion(double... values) {
        double[] out = new double[values.length];
        inclusion(values, out);
        return out;
    }

    /**
     * Draws a set; never one of probability 0.
     *
     * @param values estimated value of each action
     * @param random where the uniform numbers come from
     * @param out receives the set, length n
     * @throws IllegalArgumentException as {@link #inclusion(double[], double[])} does; {@code out} is then unchanged
     */
    void select(double[] values, UniformRandomProvider random, boolean[] out);

    /**
     * Draws a set into a new array.
     *
     * @param values estimated value of each action
     * @param random where the uniform numbers come from
     * @return the set
     * @throws IllegalArgumentException as {@link #inclusion(double[], double[])} does
     */
    default boolean[] select(double[] values, UniformRandomProvider random) {
        boolean[] out = new boolean[values.length];
        select(values, random, out);
        return out;
    }

    /**
     * Returns the natural logarithm of the probability of a set; −∞ for probability 0.
     *
     * @param values estimated value of each action
     * @param subset the set, length n
     * @return ln P(subset | values), in [−∞, 0]
     * @throws IllegalArgumentException as {@link #inclusion(double[], double[])} does
     */
    double logProbability(double[] values, boolean[] subset);

    /**
     * Returns the probability of a set.
     *
     * @param values estimated value of each action
     * @param subset the set, length n
     * @return P(subset | values), in [0, 1]
     * @throws IllegalArgumentException as {@link #inclusion(double[], double[])} does
     */
    default double probability(double[] values, boolean[] subset) {
        return Exp.of(logProbability(values, subset));
    }

    /**
     * Returns the expected number of actions in the set.
     *
     * @param values estimated value of each action
     * @return Σ inclusion probabilities
     * @throws IllegalArgumentException as {@link #inclusion(double[], double[])} does
     */
    default double expectedSize(double... values) {
        return Weights.sum(inclusion(values));
    }
}
