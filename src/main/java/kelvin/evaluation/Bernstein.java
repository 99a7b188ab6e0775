package kelvin.evaluation;

/**
 * The empirical Bernstein interval of a mean of n independent numbers within bounds of width b, with sample variance V:
 *
 * <pre>
 *   mean ± ( √(2·V·ln(4/δ)/n) + 7·b·ln(4/δ) / (3·(n − 1)) )
 * </pre>
 *
 * <p>Both sides hold together with probability 1 − δ. Source: Maurer and Pontil (2009), theorem 4, for either side with δ/2.
 */
final class Bernstein {
    private static final double DELTA = 0.05;

    private Bernstein() {}

    static Bounds interval(double[] numbers, double width) {
        int n = numbers.length;
        double mean = 0;
        for (double x : numbers) {
            mean += x / n;
        }
        double squares = 0;
        for (double x : numbers) {
            squares += (x - mean) * (x - mean);
        }
        double log = StrictMath.log(4 / DELTA);
        double margin = n < 2
                ? Double.POSITIVE_INFINITY
                : Math.sqrt(2 * squares / (n - 1) * log / n) + 7 * width * log / (3.0 * (n - 1));
        return new Bounds(mean - margin, mean + margin);
    }
}
