package kelvin.metric;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.numeric.Moments;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Bias-corrected and accelerated bootstrap intervals of a mean.
 *
 * <pre>
 *   end(α) = the quantile Φ(z₀ + (z₀ + z_α)/(1 − a·(z₀ + z_α))) of the resampled means
 *   z₀ = Φ⁻¹(share of resampled means below the mean, those equal to it counting half),   a = Σd³/(6·(Σd²)^(3/2)),  d = x − mean
 * </pre>
 *
 * @see <a href="https://doi.org/10.1080/01621459.1987.10478410">Efron (1987), Better bootstrap confidence intervals</a>
 */
final class BcaInterval {
    /** The number of bootstrap resamples. */
    private static final int RESAMPLES = 4000;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private BcaInterval() {}

    /**
     * Returns both ends of the interval that leaves {@code tail} outside on either side, of at least two different
     * values.
     */
    static double[] interval(double[] values, double tail, Seed seed) {
        return intervals(new double[][] {values}, tail, seed)[0];
    }

    /** Returns an interval per column, of the same resamples: each is the {@link #interval} of its column alone. */
    static double[][] intervals(double[][] columns, double tail, Seed seed) {
        double[][] means = means(columns, seed.generator());
        return IntStream.range(0, columns.length)
                .mapToObj(i -> interval(columns[i], means[i], tail))
                .toArray(double[][]::new);
    }

    /**
     * Returns both ends of the interval of the difference of the means of two independent samples, each of which is resampled by itself;
     * d is then deviation/size within the sample, negative in the other one.
     *
     * @see <a href="https://doi.org/10.1017/CBO9780511802843">Davison and Hinkley (1997), Bootstrap methods and their application,
     *     section 5.3.2</a>
     */
    static double[] difference(double[] one, double[] other, double tail, Seed seed) {
        UniformRandomProvider random = seed.generator();
        double[] differences = new double[RESAMPLES];
        Arrays.setAll(differences, i -> resampledMean(one, random) - resampledMean(other, random));
        Arrays.sort(differences);
        double mean = mean(one);
        double otherMean = mean(other);
        double[] deviations = DoubleStream.concat(
                        Arrays.stream(one).map(value -> (value - mean) / one.length),
                        Arrays.stream(other).map(value -> (otherMean - value) / other.length))
                .toArray();
        return ends(mean - otherMean, differences, acceleration(deviations), tail);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double resampledMean(double[] values, UniformRandomProvider random) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }

    private static double[] interval(double[] values, double[] means, double tail) {
        double mean = mean(values);
        double[] deviations = Arrays.stream(values).map(value -> value - mean).toArray();
        return ends(mean, means, acceleration(deviations), tail);
    }

    private static double acceleration(double[] deviations) {
        double unit = Moments.unit(deviations);
        double squares = 0;
        double cubes = 0;
        for (double deviation : deviations) {
            double d = deviation / unit;
            squares += d * d;
            cubes += d * d * d;
        }
        return cubes / (6 * squares * Math.sqrt(squares));
    }

    private static double[] ends(double estimate, double[] means, double acceleration, double tail) {
        long below = Arrays.stream(means).filter(m -> m < estimate).count();
        long equal = Arrays.stream(means).filter(m -> m == estimate).count();
        double share = (below + 0.5 * equal) / RESAMPLES;
        double least = 0.5 / RESAMPLES;
        double z0 = NORMAL.inverseCumulativeProbability(Math.max(least, Math.min(1 - least, share)));
        return new double[] {end(means, tail, z0, acceleration), end(means, 1 - tail, z0, acceleration)};
    }

    /** Returns the sorted means of the resamples of each column. */
    private static double[][] means(double[][] columns, UniformRandomProvider random) {
        int n = columns[0].length;
        int[] drawn = new int[n];
        double[][] means = new double[columns.length][RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            Arrays.setAll(drawn, j -> random.nextInt(n));
            for (int i = 0; i < columns.length; i++) {
                double sum = 0;
                for (int place : drawn) {
                    sum += columns[i][place];
                }
                means[i][resample] = sum / n;
            }
        }
        for (double[] each : means) {
            Arrays.sort(each);
        }
        return means;
    }

    private static double end(double[] means, double level, double z0, double acceleration) {
        double z = z0 + NORMAL.inverseCumulativeProbability(level);
        return RunSummary.quantile(means, NORMAL.cumulativeProbability(z0 + z / (1 - acceleration * z)));
    }
}
