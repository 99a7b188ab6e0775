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
        values[index(metric)] = value;
    }

    double get(Metric metric) {
        return values[index(metric)];
    }

    private static int index(Metric metric) {
        return switch (metric) {
            case REGRET -> 0;
            case REWARD -> 1;
            case OPTIMAL_ACTION -> 2;
            case SIMPLE_REGRET -> 3;
            case IDENTIFICATION_ERROR -> 4;
        };
    }

    /** Returns the values of some metrics, in their order. */
    double[] of(List<Metric> metrics) {
        return metrics.stream().mapToDouble(this::get).toArray();
    }
}
