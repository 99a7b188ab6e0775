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
 * <p>Source: Maurer and Pontil (2009), Empirical Bernstein bounds and sample-variance penalization. Mean and variance are those of
 * the numbers added so far, by Welford's method.
 */
final class Bernstein {
    private long n;
    private double mean;
    private double squares;

    void add(double number) {
        double off = number - mean;
        mean += off / ++n;
        squares += off * (number - mean);
    }

    long count() {
        return n;
    }

    /** Returns the two-sided interval of level 1 − delta, with half of delta on each side. */
    Interval interval(double width, double delta) {
        double log = Log.of(4 / delta);
        double margin = n < 2
                ? Double.POSITIVE_INFINITY
                : Math.sqrt(2 * squares / (n - 1) * log / n) + 7 * width * log / (3.0 * (n - 1));
        return new Interval(mean - margin, mean + margin);
    }
}
