package kelvin.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.experiment.SweepPaths;
import kelvin.metric.Comparison;
import kelvin.metric.Details;
import kelvin.metric.InterimLooks;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.RegretBound;
import kelvin.metric.RegretSpread;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.SelectionShares;
import kelvin.metric.StopReport;
import kelvin.metric.SweepPoint;
import kelvin.yaml.BadInput;

/** CSV files back to results. */
final class ResultsReader {
    private record Key(String learner, Metric metric) {}

    private ResultsReader() {}

    static Results read(Path folder, Manifest manifest) {
        Object question = manifest.values().get("question");
        Optional<StopReport> stop = manifest.stop();
        InterimLooks looks = stop.map(StopReport::looks).orElse(InterimLooks.ONE);
        List<RunValues> trials = trials(folder, looks);
        return new Results(
                String.valueOf(question),
                series(folder, looks),
                selections(folder),
                trials,
                spreads(folder),
                comparisons(folder, trials.get(0).values().length, looks),
                Files.exists(folder.resolve(IntervalsCsv.NAME)) ? IntervalsCsv.read(folder) : List.of(),
                bounds(folder),
                swept(folder, manifest),
                details(folder, manifest),
                stop);
    }

    private static Details details(Path folder, Manifest manifest) {
        return new Details(
                Files.exists(folder.resolve(TraceCsv.NAME)) ? TraceCsv.read(folder) : List.of(),
                Files.exists(folder.resolve(PolicyCsv.NAME)) ? PolicyCsv.read(folder) : List.of(),
                Files.exists(folder.resolve(RewardsCsv.NAME)) ? RewardsCsv.read(folder) : List.of(),
                manifest.seconds(),
                manifest.unit());
    }

    private static List<SweepPoint> swept(Path folder, Manifest manifest) {
        Path file = folder.resolve(ResultsWriter.SWEEP);
        List<SweepPoint> all = new ArrayList<>();
        if (Files.exists(file)) {
            SweepPaths paths = manifest.values().get("sweep") instanceof Map<?, ?> sweep
                    ? SweepPaths.of(sweep, manifest.place())
                    : new SweepPaths(List.of());
            CsvRow.each(
                    file,
                    ResultsWriter.SWEEP_HEADER,
                    row -> all.add(new SweepPoint(
                            row.text("axis"),
                            row.real("value"),
                            row.text("second_axis"),
                            row.real("second_value"),
                            row.text("learner"),
                            row.metric(),
                            row.real("mean"),
                            row.real("standard_error"),
                            row.real("ci95_low"),
                            row.real("ci95_high"),
                            row.whole("repetitions"),
                            row.text("best").equals("best") && !paths.conditions(),
                            paths.vary(row.text("learner")))));
        }
        return all;
    }

    private static List<MetricCurve> series(Path folder, InterimLooks looks) {
        Path file = folder.resolve(ResultsWriter.CURVES);
        Map<Key, List<double[]>> curves = new LinkedHashMap<>();
        CsvRow.each(file, ResultsWriter.CURVES_HEADER, row -> {
            List<double[]> curve =
                    curves.computeIfAbsent(new Key(row.text("learner"), row.metric()), k -> new ArrayList<>());
            long step = row.whole("step");
            double previous = curve.isEmpty() ? 0 : curve.get(curve.size() - 1)[0];
            row.require(step > previous, "step", "above the step before it");
            curve.add(new double[] {step, row.real("mean"), row.real("standard_error"), row.whole("repetitions")});
        });
        requireEqual(file, curves, curve -> Arrays.hashCode(column(curve, 0)), "steps");
        List<MetricCurve> all = new ArrayList<>();
        curves.forEach((key, curve) -> all.add(new MetricCurve(
                key.learner,
                key.metric,
                steps(curve),
                column(curve, 1),
                column(curve, 2),
                (long) curve.get(0)[3],
                looks)));
        return all;
    }

    private static List<RunValues> trials(Path folder, InterimLooks looks) {
        Path file = folder.resolve(ResultsWriter.RUNS);
        Map<Key, DoubleBuffer> runs = new LinkedHashMap<>();
        CsvRow.each(file, ResultsWriter.RUNS_HEADER, row -> {
            DoubleBuffer run =
                    runs.computeIfAbsent(new Key(row.text("learner"), row.metric()), k -> new DoubleBuffer());
            row.require(row.whole("repetition") == run.size(), "repetition", String.valueOf(run.size()));
            run.add(row.real("value"));
        });
        requireEqual(file, runs, DoubleBuffer::size, "number of repetitions");
        List<RunValues> all = new ArrayList<>();
        runs.forEach((key, run) -> all.add(new RunValues(key.learner, key.metric, run.all(), looks)));
        return all;
    }

    private static List<SelectionShares> selections(Path folder) {
        Path file = folder.resolve(ResultsWriter.SELECTIONS);
        Map<String, SelectionRows> learners = new LinkedHashMap<>();
        CsvRow.each(
                file,
                ResultsWriter.SELECTIONS_HEADER,
                row -> learners.computeIfAbsent(row.text("learner"), label -> new SelectionRows())
                        .add(row));
        List<SelectionShares> all = new ArrayList<>();
        learners.forEach((label, rows) -> all.add(rows.selections(label, file)));
        return all;
    }

    private static List<RegretSpread> spreads(Path folder) {
        Path file = folder.resolve(ResultsWriter.QUANTILES);
        Map<String, List<double[]>> learners = new LinkedHashMap<>();
        CsvRow.each(file, ResultsWriter.QUANTILES_HEADER, row -> {
            double[] numbers = ResultsWriter.QUANTILES_HEADER.stream()
                    .skip(2)
                    .mapToDouble(row::real)
                    .toArray();
            List<double[]> rows = learners.computeIfAbsent(row.text("learner"), k -> new ArrayList<>());
            double previous = rows.isEmpty() ? 0 : rows.get(rows.size() - 1)[0];
            row.require(row.whole("step") > previous, "step", "above the step before it");
            rows.add(DoubleStream.concat(DoubleStream.of(row.whole("step")), Arrays.stream(numbers))
                    .toArray());
        });
        List<RegretSpread> all = new ArrayList<>();
        learners.forEach((learner, rows) -> {
            double[][] quantiles =
                    rows.stream().map(row -> Arrays.copyOfRange(row, 1, 6)).toArray(double[][]::new);
            all.add(new RegretSpread(learner, steps(rows), quantiles, rows.get(rows.size() - 1)[6]));
        });
        return all;
    }

    private static List<Comparison> comparisons(Path folder, long repetitions, InterimLooks looks) {
        List<Comparison> all = new ArrayList<>();
        CsvRow.each(folder.resolve(ResultsWriter.COMPARISONS), ResultsWriter.COMPARISONS_HEADER, row -> {
            row.require(row.whole("step") > 0, "step", "1 or later");
            all.add(new Comparison(
                    row.text("learner"),
                    row.text("baseline"),
                    row.metric(),
                    row.whole("step"),
                    row.real("difference"),
                    row.real("standard_error"),
                    repetitions,
                    looks,
                    row.real("t"),
                    row.real("p"),
                    row.real("p_holm"),
                    row.real("wilcoxon_p"),
                    row.text("verdict")));
        });
        return all;
    }

    private static List<RegretBound> bounds(Path folder) {
        Map<String, List<double[]>> lines = new LinkedHashMap<>();
        CsvRow.each(folder.resolve(ResultsWriter.BOUNDS), ResultsWriter.BOUNDS_HEADER, row -> {
            List<double[]> line = lines.computeIfAbsent(row.text("bound"), k -> new ArrayList<>());
            double previous = line.isEmpty() ? 0 : line.get(line.size() - 1)[0];
            row.require(row.whole("step") > previous, "step", "above the step before it");
            line.add(new double[] {row.whole("step"), row.real("regret")});
        });
        List<RegretBound> all = new ArrayList<>();
        lines.forEach((name, line) -> all.add(new RegretBound(name, steps(line), column(line, 1))));
        return all;
    }

    private static <T> void requireEqual(Path file, Map<Key, T> groups, ToLongFunction<T> property, String name) {
        long distinct = groups.values().stream().mapToLong(property).distinct().count();
        long learners = groups.keySet().stream().map(Key::learner).distinct().count();
        long general =
                groups.keySet().stream().filter(key -> key.metric.general()).count();
        if (distinct != 1
                || general
                        != learners
                                * Stream.of(Metric.values())
                                        .filter(Metric::general)
                                        .count()) {
            throw new BadInput(file + ": every learner must have every metric with the same " + name
                    + "; the file is cut short or mixed");
        }
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    private static long[] steps(List<double[]> rows) {
        return rows.stream().mapToLong(row -> (long) row[0]).toArray();
    }
}
