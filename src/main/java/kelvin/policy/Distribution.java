package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Comparator;
import java.util.stream.IntStream;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.numeric.Divergence;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;
import kelvin.numeric.NeumaierSum;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The probabilities of one decision with their logarithms, and the information measures that follow from them.
 *
 * <pre>{@code
 * Distribution cold = new Softmax(0.1).distribution(values);
 * double divergence = cold.kl(new Softmax(1).distribution(values));
 * }</pre>
 *
 * <p>Comparisons are made with the logarithms, so they are right where probabilities are too small for a double: between
 * softmax(0, 800) and softmax(800, 0) the divergence is 800, not ∞. Everywhere 0·ln 0 = 0. Immutable; made by
 * {@link Policy#distribution} or {@link #of}.
 */
@Stability(STABLE)
public final class Distribution {
    private final double[] probabilities;
    private final double[] logarithms;

    /** Creates a distribution from both arrays, which it keeps; they must belong together. */
    Distribution(double[] probabilities, double[] logarithms) {
        this.probabilities = probabilities;
        this.logarithms = logarithms;
    }

    /**
     * Creates a distribution from given probabilities.
     *
     * @param probabilities each in [0, 1], with sum 1 ± n·2⁻⁵²; copied
     * @return the distribution
     * @throws IllegalArgumentException if there is none, one is out of range, or the sum is not 1
     */
    public static Distribution of(double... probabilities) {
        check("probabilities", probabilities);
        double[] logarithms = new double[probabilities.length];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = Log.of(probabilities[i]);
        }
        return new Distribution(probabilities.clone(), logarithms);
    }

    /**
     * Checks that numbers are a probability distribution.
     *
     * @param name the name of the parameter, for the message
     * @param probabilities each in [0, 1], with sum 1 ± n·2⁻⁵²
     * @throws IllegalArgumentException if one is out of range, or the sum is not 1
     */
    public static void check(String name, double[] probabilities) {
        for (int i = 0; i < probabilities.length; i++) {
            Require.probability(name + "[" + i + "]", probabilities[i]);
        }
        double sum = Weights.sum(probabilities);
        Require.that(Math.abs(sum - 1) <= 0x1p-52 * probabilities.length, name, "numbers with sum " + sum, "of sum 1");
    }

    /**
     * Returns the number of actions, closed ones included.
     *
     * @return n
     */
    public int actions() {
        return probabilities.length;
    }

    /**
     * Returns the probability of an action.
     *
     * @param action the action, in [0, n)
     * @return its probability
     */
    public double probability(int action) {
        return probabilities[action];
    }

    /**
     * Returns the natural logarithm of an action's probability.
     *
     * @param action the action, in [0, n)
     * @return ln P(action), in [−∞, 0]
     */
    public double logProbability(int action) {
        return logarithms[action];
    }

    /**
     * Draws an action, as {@link Policy#select} does.
     *
     * @param random where the uniform number comes from
     * @return an action of probability above 0
     */
    public int sample(UniformRandomProvider random) {
        return Weights.draw(probabilities, random);
    }

    /**
     * Returns the Shannon entropy of the decision, in nats.
     *
     * <pre>
     *   H = −Σ p[i]·ln p[i]
     * </pre>
     *
     * @return the entropy in nats, in [0, ln n]
     */
    public double entropy() {
        return crossEntropy(this);
    }

    /**
     * Returns the effective number of actions: the number of equally likely actions that has the same entropy.
     *
     * @return e^H, in [1, n]
     */
    public double effectiveActions() {
        return Exp.of(entropy());
    }

    /**
     * Returns the mean of some number per action, under this distribution.
     *
     * @param numbers a number per action, finite where the probability is above 0
     * @return Σ p[i]·numbers[i]; an action of probability 0 adds nothing, whatever its number
     * @throws IllegalArgumentException if the lengths differ
     */
    public double expected(double... numbers) {
        requireLength(numbers.length);
        NeumaierSum total = new NeumaierSum();
        for (int i = 0; i < numbers.length; i++) {
            if (probabilities[i] > 0) {
                total.add(probabilities[i] * numbers[i]);
            }
        }
        return total.value();
    }

    /**
     * Returns the Kullback–Leibler divergence of another distribution from this one, in nats.
     *
     * <pre>
     *   KL(this‖other) = Σ p[i]·(ln p[i] − ln other[i])
     * </pre>
     *
     * @implNote Summed as p·(eᵈ − 1 − d) with d = ln other − ln p, whose terms are never negative: no cancellation, and exactly
     *     0 between equal distributions.
     * @param other a distribution over as many actions
     * @return the divergence in nats, in [0, ∞]; ∞ if an action possible here is impossible there
     * @throws IllegalArgumentException if the numbers of actions differ
     */
    public double kl(Distribution other) {
        requireLength(other.actions());
        NeumaierSum total = new NeumaierSum();
        for (int i = 0; i < probabilities.length; i++) {
            total.add(Divergence.term(probabilities[i], logarithms[i], other.probabilities[i], other.logarithms[i]));
        }
        return total.value();
    }

    /**
     * Returns the cross-entropy in nats: the mean surprise at actions drawn from this distribution for a model that
     * expects another.
     *
     * <pre>
     *   −Σ p[i]·ln other[i] = H(this) + KL(this‖other)
     * </pre>
     *
     * @param other a distribution over as many actions
     * @return the cross-entropy in nats, in [0, ∞]; ∞ if an action possible here is impossible there
     * @throws IllegalArgumentException if the numbers of actions differ
     */
    public double crossEntropy(Distribution other) {
        requireLength(other.actions());
        NeumaierSum total = new NeumaierSum();
        for (int i = 0; i < probabilities.length; i++) {
            if (logarithms[i] == Double.NEGATIVE_INFINITY) {
                continue;
            }
            boolean impossible = other.logarithms[i] == Double.NEGATIVE_INFINITY;
            total.add(impossible ? Double.POSITIVE_INFINITY : probabilities[i] * -other.logarithms[i]);
        }
        return total.value();
    }

    /**
     * Returns the actions from the most to the least probable; equally probable ones in the order of their indices.
     *
     * @return all actions, those of probability 0 last
     */
    public int[] ranking() {
        return IntStream.range(0, logarithms.length)
                .boxed()
                .sorted(Comparator.comparingDouble(action -> 0 - logarithms[action]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void requireLength(int length) {
        if (length != probabilities.length) {
            throw new IllegalArgumentException(
                    "there are " + length + " actions, must be as many as here, " + probabilities.length);
        }
    }
}
