package kelvin.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import kelvin.Reference.Row;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import kelvin.metric.RunSummary;

/** A simulation's answer to metrics as the reference files name them: value and standard error. */
record Measured(Results results, long horizon) {
    /** The steps at which such metrics have to be reported. */
    static long[] report(List<Row> rows, long horizon) {
        TreeSet<Long> steps = new TreeSet<>(List.of(horizon));
        for (Row row : rows) {
            String metric = row.text("metric");
            long[] span = span(metric, horizon);
            steps.add(Math.max(1, span[0]));
            steps.add(span[1]);
        }
        return steps.stream().mapToLong(Long::longValue).toArray();
    }

    /** The steps a metric is about: those after the first number, up to the second. */
    private static long[] span(String metric, long horizon) {
        if (metric.endsWith("last_tenth")) {
            return new long[] {horizon - horizon / 10, horizon};
        } else if (metric.endsWith("percent_optimal_at_T")) {
            return new long[] {horizon - 1, horizon};
        } else if (metric.matches(".*_steps_\\d+_\\d+")) {
            String[] parts = metric.split("_", -1);
            return new long[] {Long.parseLong(parts[parts.length - 2]) - 1, Long.parseLong(parts[parts.length - 1])};
        } else if (metric.matches(".*_step_\\d+")) {
            long step = Long.parseLong(metric.substring(metric.lastIndexOf('_') + 1));
            return new long[] {step - 1, step};
        } else if (metric.matches("regret_pseudo_at_\\d+")) {
            long step = Long.parseLong(metric.substring(metric.lastIndexOf('_') + 1));
            return new long[] {step, step};
        }
        return new long[] {0, horizon};
    }

    /** Value and standard error. */
    double[] of(String metric) {
        if (metric.equals("regret_pseudo_final_standard_deviation")) {
            return spread();
        } else if (metric.startsWith("regret")) {
            return point(Metric.REGRET, span(metric, horizon)[1]);
        } else if (metric.equals("cumulative_reward_final")) {
            return scaled(horizon, whole(Metric.REWARD));
        }
        boolean optimal = metric.startsWith("percent_optimal");
        Metric kind = optimal ? Metric.OPTIMAL_ACTION : Metric.REWARD;
        long[] span = span(metric, horizon);
        double[] found = span[0] == 0 && span[1] == horizon ? whole(kind) : mean(kind, span[0], span[1]);
        return scaled(optimal ? 100 : 1, found);
    }

    private static double[] scaled(double factor, double[] found) {
        return new double[] {factor * found[0], factor * found[1]};
    }

    private double[] whole(Metric metric) {
        RunSummary summary = RunSummary.of(results.trials(metric).get(0));
        return new double[] {summary.mean(), summary.standardError()};
    }

    private double[] point(Metric metric, long step) {
        MetricCurve series = results.series(metric).get(0);
        int place = Arrays.binarySearch(series.steps(), step);
        return new double[] {series.mean()[place], series.standardError()[place]};
    }

    /** Over the steps after one, up to another; the error is at most what it would be were all stretches alike. */
    private double[] mean(Metric metric, long after, long last) {
        MetricCurve series = results.series(metric).get(0);
        double[] found = new double[2];
        for (int i = 0; i < series.steps().length; i++) {
            long previous = i == 0 ? 0 : series.steps()[i - 1];
            if (previous >= after && series.steps()[i] <= last) {
                double share = (double) (series.steps()[i] - previous) / (last - after);
                found[0] += share * series.mean()[i];
                found[1] += share * series.standardError()[i];
            }
        }
        return found;
    }

    /** The standard deviation of regret, its error by the fourth moment. */
    private double[] spread() {
        double[] values = results.trials(Metric.REGRET).get(0).values();
        double mean = DoubleStream.of(values).average().orElseThrow();
        double second = DoubleStream.of(values).map(x -> Math.pow(x - mean, 2)).sum() / (values.length - 1);
        double fourth = DoubleStream.of(values)
                .map(x -> Math.pow(x - mean, 4))
                .average()
                .orElseThrow();
        double error = Math.sqrt(Math.max(0, fourth - second * second) / values.length / (4 * second));
        return new double[] {Math.sqrt(second), second == 0 ? 0 : error};
    }
}
