package kelvin.simulation;

import java.util.Arrays;
import java.util.List;
import kelvin.metric.Metric;

/** One value per {@link Metric}; {@code NaN} where a player has none. */
final class MetricRow {
    private final double[] values = new double[Metric.values().length];

    MetricRow() {
        Arrays.fill(values, Double.NaN);
    }

    void set(Metric metric, double value) {
        values[metric.ordinal()] = value;
    }

    double get(Metric metric) {
        return values[metric.ordinal()];
    }

    /** Returns the values of some metrics, in their order. */
    double[] of(List<Metric> metrics) {
        return metrics.stream().mapToDouble(this::get).toArray();
    }
}
