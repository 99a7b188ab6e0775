package kelvin.evaluation;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Percentile intervals by drawing as many decisions as there are, with replacement, again and again; all estimates share the
 * draws. Cost: resamples × decisions × estimates.
 */
final class Bootstrap {
    private static final double TAIL = 0.025;

    private Bootstrap() {}

    /** One interval per pair of rows; a resample whose denominators are all 0 is left out. */
    static Bounds[] intervals(
            double[][] numerators, double[][] denominators, int resamples, UniformRandomProvider random) {
        int n = numerators[0].length;
        int size = numerators.length;
        double[][] values = new double[size][resamples];
        int[] times = new int[n];
        for (int b = 0; b < resamples; b++) {
            Arrays.fill(times, 0);
            for (int i = 0; i < n; i++) {
                times[random.nextInt(n)]++;
            }
            for (int e = 0; e < size; e++) {
                values[e][b] = sum(numerators[e], times) / sum(denominators[e], times);
            }
        }
        return Arrays.stream(values).map(Bootstrap::interval).toArray(Bounds[]::new);
    }

    private static double sum(double[] numbers, int[] times) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += times[i] * numbers[i];
        }
        return sum;
    }

    private static Bounds interval(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
        return sorted.length == 0
                ? new Bounds(Double.NaN, Double.NaN)
                : new Bounds(quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
    }

    private static double quantile(double[] sorted, double level) {
        double place = level * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
