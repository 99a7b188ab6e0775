package kelvin.metric;

import java.util.Arrays;
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
final class Bootstrap {
    private static final int RESAMPLES = 4000;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Bootstrap() {}

    /** Both ends of the interval that leaves {@code tail} outside on either side; at least two different values. */
    static double[] interval(double[] values, double tail, Seed seed) {
        double mean = Arrays.stream(values).sum() / values.length;
        double[] means = means(values, seed.generator());
        long below = Arrays.stream(means).filter(m -> m < mean).count();
        long equal = Arrays.stream(means).filter(m -> m == mean).count();
        double share = (below + 0.5 * equal) / RESAMPLES;
        double least = 0.5 / RESAMPLES;
        double z0 = NORMAL.inverseCumulativeProbability(Math.max(least, Math.min(1 - least, share)));
        double squares = 0;
        double cubes = 0;
        for (double value : values) {
            double d = value - mean;
            squares += d * d;
            cubes += d * d * d;
        }
        double acceleration = cubes / (6 * squares * Math.sqrt(squares));
        return new double[] {end(means, tail, z0, acceleration), end(means, 1 - tail, z0, acceleration)};
    }

    private static double[] means(double[] values, UniformRandomProvider random) {
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < values.length; j++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        Arrays.sort(means);
        return means;
    }

    private static double end(double[] means, double level, double z0, double acceleration) {
        double z = z0 + NORMAL.inverseCumulativeProbability(level);
        return TrialSummary.quantile(means, NORMAL.cumulativeProbability(z0 + z / (1 - acceleration * z)));
    }
}
