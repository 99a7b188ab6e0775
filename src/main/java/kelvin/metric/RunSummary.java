package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.contract.Stability;
import kelvin.numeric.Moments;
import kelvin.numeric.Pow;
import kelvin.random.Seed;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Summary statistics of a metric over repetitions; an undefined one is {@code NaN}.
 *
 * <pre>
 *   standard error = √(Σ(x − mean)²/(n − 1)/n),   interval = mean ± t(1 − 0.025/K; n − 1)·standard error,   K = 1 or the number of {@link InterimLooks}
 *   quantile p = x₍ₖ₎ + (h − k)·(x₍ₖ₊₁₎ − x₍ₖ₎),   h = (n − 1)·p,   k = ⌊h⌋, order statistics counted from 0 (type 7)
 * </pre>
 *
 * <p>With one repetition the standard error and the interval are undefined. Student's interval is sound for n &gt; 25·G₁² values of
 * skewness G₁ (Cochran's rule); where fewer are there, and at least {@value #MIN_BOOTSTRAP_REPETITIONS}, a bootstrap interval is given too: bias-corrected and
 * accelerated, of 4000 resamples, drawn from a stream of its own that depends on the label that the learner was played under and the metric alone.
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
 * @param skewness G₁ = Σ(x − mean)³/n/(Σ(x − mean)²/n)^(3/2); {@code NaN} if all values are equal
 * @param bcaLow the lower end of the 95 % bootstrap interval of the mean; {@code NaN} where Student's is sound
 * @param bcaHigh its upper end
 * @param repetitions how many values there are
 * @see <a href="https://www.worldcat.org/isbn/9780471162407">Cochran (1977), Sampling techniques, 3rd ed., section 2.15</a>
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan (1996), Sample quantiles in statistical
 *     packages, definition 7</a>
 */
@Stability(MAY_CHANGE)
public record RunSummary(
        double mean,
        double standardError,
        double low,
        double high,
        double min,
        double q05,
        double median,
        double q95,
        double max,
        double skewness,
        double bcaLow,
        double bcaHigh,
        long repetitions) {
    /** The factor of Cochran's rule: a mean of more than 25·G₁² values is nearly normal. */
    private static final double COCHRAN_FACTOR = 25;

    /** The number of repetitions from which a bootstrap interval is worth giving. */
    static final int MIN_BOOTSTRAP_REPETITIONS = 10;

    private static final Quantile QUANTILE = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    /**
     * Summarises values; cost is one sort, and 4000·n draws where the values are that skewed.
     *
     * @param trials at least one finite value
     * @return the summary of its values
     */
    public static RunSummary of(RunValues trials) {
        double[] sorted = trials.values().clone();
        Arrays.sort(sorted);
        Moments.Mean estimate = Moments.of(trials.values());
        double mean = estimate.value();
        double error = estimate.standardError();
        double half = trials.looks().student(sorted.length) * error;
        double skewness = skewness(trials.values(), mean);
        double[] bca = skewed(sorted.length, skewness)
                ? BcaInterval.interval(trials.values(), trials.looks().tail(), seed(trials.stream(), trials.metric()))
                : new double[] {Double.NaN, Double.NaN};
        return new RunSummary(
                mean,
                error,
                mean - half,
                mean + half,
                sorted[0],
                quantile(sorted, 0.05),
                quantile(sorted, 0.5),
                quantile(sorted, 0.95),
                sorted[sorted.length - 1],
                skewness,
                bca[0],
                bca[1],
                sorted.length);
    }

    /** Returns the seed of the resamples. */
    static Seed seed(String stream, Metric metric) {
        return Seed.of(0).child("bootstrap").child(stream).child(metric.key());
    }

    /**
     * Returns whether Student's interval of so many values of that skewness is not sound, and there are enough for
     * another.
     */
    static boolean skewed(int count, double skewness) {
        return count >= MIN_BOOTSTRAP_REPETITIONS && count <= COCHRAN_FACTOR * skewness * skewness;
    }

    /**
     * Returns whether the bootstrap interval is the one reported.
     *
     * @return true if the values are so skewed that Student's interval is not sound
     */
    public boolean skewed() {
        return !Double.isNaN(bcaLow);
    }

    /**
     * Returns the lower end of the reported interval.
     *
     * @return that of the bootstrap interval where there is one, else Student's
     */
    public double lower() {
        return skewed() ? bcaLow : low;
    }

    /**
     * Returns the upper end of the reported interval.
     *
     * @return that of the bootstrap interval where there is one, else Student's
     */
    public double upper() {
        return skewed() ? bcaHigh : high;
    }

    /**
     * Returns half the width of the reported interval.
     *
     * @return (upper − lower)/2; {@code NaN} for one value
     */
    public double halfWidth() {
        return (upper() - lower()) / 2;
    }

    /**
     * Returns the share of a rare event that is missing from n repetitions with probability 5 %: 1 − 0.05^(1/n).
     *
     * @param repetitions n, at least 1
     * @return a probability in (0, 0.95]
     */
    public static double missedShare(long repetitions) {
        return 1 - Pow.of(0.05, 1.0 / repetitions);
    }

    /** Returns the skewness G₁ about that mean; {@code NaN} if all values are equal. */
    static double skewness(double[] values, double mean) {
        double unit = Moments.unit(values);
        double squares = 0;
        double cubes = 0;
        for (double value : values) {
            double d = (value - mean) / unit;
            squares += d * d;
            cubes += d * d * d;
        }
        return Math.sqrt(values.length) * cubes / (squares * Math.sqrt(squares));
    }

    /** Returns the quantiles of type 7 by selection; reorders the values. */
    static double[] quantiles(double[] values, double... p) {
        return QUANTILE.evaluate(values, p);
    }

    /** Returns the quantile of type 7, from sorted values. */
    static double quantile(double[] sorted, double p) {
        return QUANTILE.evaluate(sorted.length, i -> sorted[i], p);
    }
}
