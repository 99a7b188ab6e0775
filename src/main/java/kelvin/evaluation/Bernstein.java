package kelvin.evaluation;

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

    /** Returns the two-sided interval of level 1 − delta, with half of delta on each side. */
    static Interval interval(double[] numbers, double width, double delta) {
        int n = numbers.length;
        double mean = 0;
        for (double x : numbers) {
            mean += x / n;
        }
        double squares = 0;
        for (double x : numbers) {
            squares += (x - mean) * (x - mean);
        }
        double log = Log.of(4 / delta);
        double margin = n < 2
                ? Double.POSITIVE_INFINITY
                : Math.sqrt(2 * squares / (n - 1) * log / n) + 7 * width * log / (3.0 * (n - 1));
        return new Interval(mean - margin, mean + margin);
    }
}
