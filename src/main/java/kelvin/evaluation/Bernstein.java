package kelvin.evaluation;

import java.util.BitSet;
import java.util.function.IntToDoubleFunction;
import kelvin.numeric.Log;

/**
 * The empirical Bernstein bound for the mean of n independent numbers within bounds of width b, with sample variance V: with
 * probability 1 − δ the true mean is no further to one side than
 *
 * <pre>
 *   √(2·V·ln(2/δ)/n) + 7·b·ln(2/δ) / (3·(n − 1))
 * </pre>
 *
 * <p>Source: Maurer and Pontil (2009), theorem 4.
 */
final class Bernstein {
    private Bernstein() {}

    /**
     * Returns the two-sided interval of level 1 − delta, with half of delta on each side.
     *
     * @param used the indices of the numbers
     * @param numbers the numbers, asked for twice
     */
    static Interval interval(BitSet used, IntToDoubleFunction numbers, double width, double delta) {
        int n = used.cardinality();
        double mean = 0;
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            mean += numbers.applyAsDouble(i) / n;
        }
        double squares = 0;
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            double d = numbers.applyAsDouble(i) - mean;
            squares += d * d;
        }
        double log = Log.of(4 / delta);
        double margin = n < 2
                ? Double.POSITIVE_INFINITY
                : Math.sqrt(2 * squares / (n - 1) * log / n) + 7 * width * log / (3.0 * (n - 1));
        return new Interval(mean - margin, mean + margin);
    }
}
