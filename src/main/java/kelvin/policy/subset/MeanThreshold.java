package kelvin.policy.subset;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.policy.ValueChecks;

/**
 * The mean of the open values as threshold: good enough is better than average.
 *
 * <pre>
 *   θ = Σ q[i]/n over the n open actions
 * </pre>
 *
 * <p>Adding a constant to all values changes nothing.
 *
 * @implNote The mean is kept as a double and the mean of the differences from it, so that distances of large values from
 *     their mean are right to a few roundings of the largest of them.
 */
@Summary("the mean of the open values as threshold")
@Stability(STABLE)
public record MeanThreshold() implements Threshold {
    @Override
    public void logits(double[] values, double temperature, double[] out) {
        double scale = Math.abs(ValueChecks.best(values, out)) < 0x1p900 && least(values) > -0x1p900 ? 1 : 0x1p-40;
        double rough = mean(values, scale, 0);
        double rest = mean(values, scale, rough);
        for (int i = 0; i < values.length; i++) {
            out[i] = (values[i] * scale - rough - rest) / temperature / scale;
        }
    }

    private static double least(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = value == Double.NEGATIVE_INFINITY ? least : Math.min(least, value);
        }
        return least;
    }

    /**
     * Returns the mean of value·scale − origin over the open actions. What rounding loses of the first mean, the second
     * makes up for.
     */
    private static double mean(double[] values, double scale, double origin) {
        double sum = 0;
        for (double value : values) {
            sum += value == Double.NEGATIVE_INFINITY ? 0 : value * scale - origin;
        }
        return sum / ValueChecks.open(values);
    }
}
