package kelvin.chart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kelvin.metric.Comparisons;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.RegretBound;
import kelvin.metric.RegretPaths;
import kelvin.metric.RegretSpread;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.SelectionShares;

/** Results made up for charts: regret grows by one per step, learners choose all ranks alike. */
final class Samples {
    private Samples() {}

    static Results results(List<String> learners, long[] steps, int ranks, double standardError) {
        List<MetricCurve> series = new ArrayList<>();
        List<SelectionShares> selections = new ArrayList<>();
        for (String learner : learners) {
            for (Metric metric :
                    Stream.of(Metric.values()).filter(Metric::general).toList()) {
                series.add(series(learner, metric, steps, standardError));
            }
            double[] alike = new double[ranks];
            Arrays.fill(alike, 1.0 / ranks);
            double[][] frequency = new double[steps.length][];
            Arrays.fill(frequency, alike);
            selections.add(new SelectionShares(learner, steps, new int[0], frequency));
        }
        List<RunValues> trials = learners.stream()
                .map(learner -> new RunValues(learner, Metric.REGRET, new double[] {learner.length(), 1, 2, 9}))
                .toList();
        List<RegretPaths> paths = learners.stream()
                .map(learner ->
                        new RegretPaths(learner, steps, new double[][] {new double[steps.length], doubles(steps)}))
                .toList();
        return Results.builder("Does <it> draw & label?")
                .series(series)
                .selections(selections)
                .trials(trials)
                .spreads(paths.stream()
                        .map(path -> RegretSpread.of(path, List.of()))
                        .toList())
                .comparisons(Comparisons.of(learners.get(0), trials, paths, steps[steps.length - 1]))
                .bounds(List.of(new RegretBound("bound", steps, doubles(steps))))
                .build();
    }

    private static double[] doubles(long[] steps) {
        return Arrays.stream(steps).asDoubleStream().toArray();
    }

    /** Results of many learners of which the last recommends arms: its simple regret is shown, its regret is not among the least. */
    static Results withRecommender(List<String> learners, long[] steps) {
        Results plain = results(learners, steps, 2, 0.1);
        List<MetricCurve> series = new ArrayList<>(plain.series());
        series.add(series(learners.get(learners.size() - 1), Metric.SIMPLE_REGRET, steps, 0.1));
        return plain.toBuilder().series(series).build();
    }

    static MetricCurve series(String learner, Metric metric, long[] steps, double standardError) {
        double[] mean = Arrays.stream(steps)
                .mapToDouble(step -> metric == Metric.REGRET ? step : 0.5)
                .toArray();
        double[] errors = new double[steps.length];
        Arrays.fill(errors, standardError);
        return new MetricCurve(learner, metric, steps, mean, errors, Double.isNaN(standardError) ? 1 : 100);
    }

    static String svg(Results results, String chart) throws IOException {
        return Charts.embedded(results, chart).svg();
    }

    static String caption(Results results, String chart) throws IOException {
        return Charts.embedded(results, chart).caption();
    }

    /** Returns the words of a picture, without its lines and tags. */
    static String words(String svg) {
        return svg.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    static long[] every(long horizon) {
        return LongStream.rangeClosed(1, horizon).toArray();
    }
}
