package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.contract.Stability;
import kelvin.metric.Comparison;
import kelvin.metric.MetricCurve;
import kelvin.metric.RegretBound;
import kelvin.metric.RegretSpread;
import kelvin.metric.Results;
import kelvin.metric.RunSummary;
import kelvin.metric.RunValues;
import kelvin.metric.SelectionShares;
import kelvin.metric.SweepPoint;
import kelvin.numeric.ShortestDecimal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Results to CSV files, row by row: RFC 4180 with {@code \n}, numbers as their shortest decimals, undefined ones empty. */
@Stability(MAY_CHANGE)
public final class ResultsWriter {
    static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    static final String CURVES = "curves.csv";
    static final String SELECTIONS = "selections.csv";
    static final String RUNS = "runs.csv";
    static final String SUMMARY = "summary.csv";
    static final String QUANTILES = "quantiles.csv";
    static final String COMPARISONS = "comparisons.csv";
    static final String BOUNDS = "bounds.csv";
    public static final List<String> FILES = List.of(CURVES, SELECTIONS, RUNS, SUMMARY, QUANTILES, COMPARISONS, BOUNDS);
    static final String SWEEP = "sweep.csv";
    /** What not all results fill. */
    static final List<String> OPTIONAL =
            List.of(IntervalsCsv.NAME, SWEEP, TraceCsv.NAME, PolicyCsv.NAME, RewardsCsv.NAME);

    static final List<String> SWEEP_HEADER = List.of(
            "axis",
            "value",
            "second_axis",
            "second_value",
            "learner",
            "metric",
            "mean",
            "standard_error",
            "ci95_low",
            "ci95_high",
            "repetitions",
            "best");
    static final List<String> BOUNDS_HEADER = List.of("bound", "step", "regret");
    static final List<String> CURVES_HEADER =
            List.of("learner", "metric", "step", "mean", "standard_error", "repetitions");
    static final List<String> SELECTIONS_HEADER = List.of("learner", "step", "arm", "rank", "frequency");
    static final List<String> RUNS_HEADER = List.of("learner", "repetition", "metric", "value");
    static final List<String> QUANTILES_HEADER =
            List.of("learner", "step", "q05", "q25", "median", "q75", "q95", "linear_share");
    static final List<String> COMPARISONS_HEADER = List.of(
            "learner",
            "baseline",
            "metric",
            "step",
            "difference",
            "standard_error",
            "t",
            "p",
            "p_holm",
            "wilcoxon_p",
            "verdict");
    private static final List<String> SUMMARY_HEADER = List.of(
            "learner",
            "metric",
            "mean",
            "standard_error",
            "ci95_low",
            "ci95_high",
            "min",
            "q05",
            "median",
            "q95",
            "max",
            "skewness",
            "bca95_low",
            "bca95_high",
            "repetitions");

    private ResultsWriter() {}

    /** The files that these results fill. */
    public static List<String> names(Results results) {
        List<String> names = new ArrayList<>(FILES);
        if (!results.intervals().isEmpty()) {
            names.add(IntervalsCsv.NAME);
        }
        if (!results.swept().isEmpty()) {
            names.add(SWEEP);
        }
        if (!results.details().traces().isEmpty()) {
            names.add(TraceCsv.NAME);
        }
        if (!results.details().maps().isEmpty()) {
            names.add(PolicyCsv.NAME);
        }
        if (!results.details().rewards().isEmpty()) {
            names.add(RewardsCsv.NAME);
        }
        return names;
    }

    public static void write(Path folder, Results results) throws IOException {
        try (CSVPrinter csv = open(folder.resolve(CURVES), CURVES_HEADER)) {
            for (MetricCurve series : results.series()) {
                curve(csv, series);
            }
        }
        try (CSVPrinter csv = open(folder.resolve(SELECTIONS), SELECTIONS_HEADER)) {
            for (SelectionShares selections : results.selections()) {
                frequencies(csv, selections);
            }
        }
        try (CSVPrinter csv = open(folder.resolve(RUNS), RUNS_HEADER)) {
            for (RunValues trials : results.trials()) {
                values(csv, trials);
            }
        }
        summary(folder.resolve(SUMMARY), results.trials());
        try (CSVPrinter csv = open(folder.resolve(QUANTILES), QUANTILES_HEADER)) {
            for (RegretSpread spread : results.spreads()) {
                quantiles(csv, spread);
            }
        }
        try (CSVPrinter csv = open(folder.resolve(COMPARISONS), COMPARISONS_HEADER)) {
            for (Comparison comparison : results.comparisons()) {
                comparison(csv, comparison);
            }
        }
        try (CSVPrinter csv = open(folder.resolve(BOUNDS), BOUNDS_HEADER)) {
            for (RegretBound bound : results.bounds()) {
                for (int i = 0; i < bound.steps().length; i++) {
                    csv.printRecord(bound.name(), bound.steps()[i], number(bound.regret()[i]));
                }
            }
        }
        if (!results.intervals().isEmpty()) {
            IntervalsCsv.write(folder, results.intervals());
        }
        if (!results.swept().isEmpty()) {
            try (CSVPrinter csv = open(folder.resolve(SWEEP), SWEEP_HEADER)) {
                for (SweepPoint swept : results.swept()) {
                    swept(csv, swept);
                }
            }
        }
        if (!results.details().traces().isEmpty()) {
            TraceCsv.write(folder, results.details().traces());
        }
        if (!results.details().maps().isEmpty()) {
            PolicyCsv.write(folder, results.details().maps());
        }
        if (!results.details().rewards().isEmpty()) {
            RewardsCsv.write(folder, results.details().rewards());
        }
    }

    private static void swept(CSVPrinter csv, SweepPoint s) throws IOException {
        csv.printRecord(
                s.axis(),
                number(s.value()),
                s.secondAxis(),
                number(s.secondValue()),
                s.learner(),
                s.metric().key(),
                number(s.mean()),
                number(s.standardError()),
                number(s.low()),
                number(s.high()),
                s.repetitions(),
                s.best() ? "best" : "");
    }

    static void summary(Path file, List<RunValues> all) throws IOException {
        try (CSVPrinter csv = open(file, SUMMARY_HEADER)) {
            for (RunValues trials : all) {
                summary(csv, trials);
            }
        }
    }

    static CSVPrinter open(Path file, List<String> header) throws IOException {
        CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), FORMAT);
        csv.printRecord(header);
        return csv;
    }

    private static void curve(CSVPrinter csv, MetricCurve series) throws IOException {
        for (int i = 0; i < series.steps().length; i++) {
            csv.printRecord(
                    series.learner(),
                    series.metric().key(),
                    series.steps()[i],
                    number(series.mean()[i]),
                    number(series.standardError()[i]),
                    series.repetitions());
        }
    }

    private static void frequencies(CSVPrinter csv, SelectionShares selections) throws IOException {
        int[] arms = selections.arms();
        for (int i = 0; i < selections.steps().length; i++) {
            double[] frequency = selections.frequency()[i];
            for (int rank = 0; rank < frequency.length; rank++) {
                csv.printRecord(
                        selections.learner(),
                        selections.steps()[i],
                        arms.length == 0 ? "" : String.valueOf(arms[rank]),
                        rank + 1,
                        number(frequency[rank]));
            }
        }
    }

    private static void values(CSVPrinter csv, RunValues trials) throws IOException {
        for (int i = 0; i < trials.values().length; i++) {
            csv.printRecord(trials.learner(), i, trials.metric().key(), number(trials.values()[i]));
        }
    }

    private static void summary(CSVPrinter csv, RunValues trials) throws IOException {
        RunSummary s = RunSummary.of(trials);
        csv.printRecord(
                trials.learner(),
                trials.metric().key(),
                number(s.mean()),
                number(s.standardError()),
                number(s.low()),
                number(s.high()),
                number(s.min()),
                number(s.q05()),
                number(s.median()),
                number(s.q95()),
                number(s.max()),
                number(s.skewness()),
                number(s.bcaLow()),
                number(s.bcaHigh()),
                s.repetitions());
    }

    /** The share that is linear at the end is known at the end only, and stands in the last row. */
    private static void quantiles(CSVPrinter csv, RegretSpread spread) throws IOException {
        int last = spread.steps().length - 1;
        for (int i = 0; i <= last; i++) {
            double[] q = spread.quantiles()[i];
            csv.printRecord(
                    spread.learner(),
                    spread.steps()[i],
                    number(q[0]),
                    number(q[1]),
                    number(q[2]),
                    number(q[3]),
                    number(q[4]),
                    number(i == last ? spread.linear() : Double.NaN));
        }
    }

    private static void comparison(CSVPrinter csv, Comparison c) throws IOException {
        csv.printRecord(
                c.learner(),
                c.baseline(),
                c.metric().key(),
                c.step(),
                number(c.difference()),
                number(c.standardError()),
                number(c.t()),
                number(c.p()),
                number(c.holm()),
                number(c.wilcoxon()),
                c.verdict());
    }

    static String number(double x) {
        return Double.isNaN(x) ? "" : ShortestDecimal.text(x);
    }
}
