package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Sums of and draws from arrays of non-negative weights, normalised or not.
 *
 * <p>Weights are finite and not negative, and so is their sum, which must be above 0 for a draw; this is not checked.
 */
@Stability(MAY_CHANGE)
public final class Weights {
    private Weights() {}

    /**
     * Returns the sum with Neumaier's compensation: one rounding error in all, whatever the length.
     *
     * @implNote As {@link NeumaierSum}, but without an object, and every other weight apart: two additions at a time.
     * @param weights finite numbers
     * @return their sum
     */
    public static double sum(double[] weights) {
        double even = weights.length % 2 == 0 ? 0 : weights[weights.length - 1];
        double odd = 0;
        double lost = 0;
        double lostFromOdd = 0;
        for (int i = 1; i < weights.length; i += 2) {
            double next = even + weights[i - 1];
            lost += NeumaierSum.lost(even, weights[i - 1], next);
            even = next;
            next = odd + weights[i];
            lostFromOdd += NeumaierSum.lost(odd, weights[i], next);
            odd = next;
        }
        double sum = even + odd;
        return Double.isInfinite(sum) ? sum : sum + (NeumaierSum.lost(even, odd, sum) + lost + lostFromOdd);
    }

    /**
     * Returns the sum without compensation, for few weights: four sums of every fourth, which need not wait for each other.
     *
     * @param weights finite and not negative
     * @return their sum, with a relative error of at most (n/4 + 2)·2⁻⁵³
     */
    public static double plainSum(double[] weights) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i < weights.length - 3; i += 4) {
            first += weights[i];
            second += weights[i + 1];
            third += weights[i + 2];
            fourth += weights[i + 3];
        }
        for (; i < weights.length; i++) {
            first += weights[i];
        }
        return (first + second) + (third + fourth);
    }

    /**
     * Normalises the weights: divides each by their sum.
     *
     * @param weights not negative, with a sum above 0; changed in place
     */
    public static void normalise(double[] weights) {
        double sum = sum(weights);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    /**
     * Sets all weights below a threshold to 0.
     *
     * @param weights the weights
     * @param least the threshold; equal weights stay
     */
    public static void cut(double[] weights, double least) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weights[i] < least ? 0 : weights[i];
        }
    }

    /**
     * Turns probabilities into their logarithms; one above ½ is taken as 1 less the others, which keeps its digits near 0.
     *
     * @param probabilities of sum 1; changed in place, 0 to −∞
     */
    public static void logarithms(double[] probabilities) {
        NeumaierSum others = new NeumaierSum();
        for (double p : probabilities) {
            others.add(p > 0.5 ? 0 : p);
        }
        for (int i = 0; i < probabilities.length; i++) {
            double p = probabilities[i];
            probabilities[i] = p > 0.5 ? Log1p.of(-others.value()) : Log.of(p);
        }
    }

    /**
     * Draws an index with probability weights[i]/Σ weights, by inverse CDF from one uniform number.
     *
     * @param weights finite and not negative, at least one above 0
     * @param random where the uniform number comes from
     * @return an index whose probability, rounded to a double, is above 0
     */
    public static int draw(double[] weights, UniformRandomProvider random) {
        return draw(weights, sum(weights), random);
    }

    /**
     * Draws as {@link #draw(double[], UniformRandomProvider)} does, with the sum given, for many draws from the same
     * weights.
     *
     * @param weights finite and not negative, at least one above 0
     * @param sum their {@link #sum}
     * @param random where the uniform number comes from
     * @return an index whose probability, rounded to a double, is above 0
     */
    public static int draw(double[] weights, double sum, UniformRandomProvider random) {
        double u = random.nextDouble() * sum;
        double rest = u - weights[0];
        int i = 0;
        while (rest >= 0 && i < weights.length - 1) {
            i++;
            rest -= weights[i];
        }
        boolean certain = rest < 0 && weights[i] >= Double.MIN_NORMAL;
        return certain ? i : draw(weights, u, Math.floor(sum / 2) * Double.MIN_VALUE);
    }

    /**
     * Draws among the weights not below a threshold, as {@link #draw(double[], UniformRandomProvider)} does once the others are 0.
     *
     * @param weights finite and not negative
     * @param least the threshold, above 0
     * @param sum the sum of the weights not below it
     * @param random where the uniform number comes from
     * @return an index whose weight is not below the threshold
     */
    public static int drawFrom(double[] weights, double least, double sum, UniformRandomProvider random) {
        double nothing = Math.max(Math.nextDown(least), Math.floor(sum / 2) * Double.MIN_VALUE);
        return draw(weights, random.nextDouble() * sum, nothing);
    }

    /**
     * Returns the first index whose partial sum exceeds u; where rounding leaves u past the end, the last with any
     * weight. A weight of at most {@code nothing}, half a subnormal unit of the sum, does not count: its probability is
     * reported as 0.
     */
    static int draw(double[] weights, double u, double nothing) {
        double rest = u;
        for (int i = 0; i < weights.length; i++) {
            rest -= weights[i] > nothing ? weights[i] : 0;
            if (rest < 0) {
                return i;
            }
        }
        int last = weights.length - 1;
        while (last >= 0 && !(weights[last] > nothing)) {
            last--;
        }
        return last;
    }
}
