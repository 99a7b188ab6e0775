package kelvin.metric;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The distribution of a metric over repetitions, in ten numbers; an undefined one is {@code NaN}.
 *
 * <pre>
 *   standard error = √(Σ(x − mean)²/(n − 1)/n),   interval = mean ± t(0.975; n − 1)·standard error
 *   quantile p = x₍ₖ₎ + (h − k)·(x₍ₖ₊₁₎ − x₍ₖ₎),   h = (n − 1)·p,   k = ⌊h⌋, order statistics counted from 0 (type 7)
 * </pre>
 *
 * <p>With one repetition the standard error and the interval are undefined.
 *
 * @param mean the mean
 * @param standardError the standard error of the mean
 * @param low the lower end of the 95 % Student interval of the mean
 * @param high its upper end
 * @param min the smallest value
 * @param q05 the 5 % quantile
 * @param median the median
 * @param q95 the 95 % quantile
 * @param max the largest value
 * @param repetitions how many values there are
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan (1996), Sample quantiles in statistical
 *     packages, definition 7</a>
 */
public record TrialSummary(
        double mean,
        double standardError,
        double low,
        double high,
        double min,
        double q05,
        double median,
        double q95,
        double max,
        long repetitions) {
    private static final double UPPER_TAIL = 0.975;

    /**
     * Summarises; cost is one sort.
     *
     * @param trials at least one finite value
     * @return the summary of its values
     */
    public static TrialSummary of(Trials trials) {
        double[] sorted = trials.values().clone();
        Arrays.sort(sorted);
        Moments moments = new Moments(1);
        for (double value : trials.values()) {
            moments.add(new double[] {value});
        }
        double mean = moments.means()[0];
        double error = moments.standardErrors()[0];
        double half = sorted.length == 1 ? Double.NaN : student(sorted.length - 1) * error;
        return new TrialSummary(
                mean,
                error,
                mean - half,
                mean + half,
                sorted[0],
                quantile(sorted, 0.05),
                quantile(sorted, 0.5),
                quantile(sorted, 0.95),
                sorted[sorted.length - 1],
                sorted.length);
    }

    private static double student(int degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(UPPER_TAIL);
    }

    private static double quantile(double[] sorted, double p) {
        double h = (sorted.length - 1) * p;
        int below = (int) h;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    }
}
