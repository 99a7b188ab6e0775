package kelvin.cli.compare;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kelvin.chart.Charts;
import kelvin.chart.EmbeddedCharts;
import kelvin.chart.EstimateIntervals;
import kelvin.comparison.ComparedFolder;
import kelvin.comparison.FolderComparison;
import kelvin.file.Folders;
import kelvin.file.WholeFile;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.RunDifference;
import kelvin.report.ComparisonPage;
import kelvin.report.ReportChart;
import kelvin.report.ReportPage;
import kelvin.results.CurvesCsv;
import kelvin.results.DifferencesCsv;
import kelvin.yaml.BadInput;

/**
 * Writes a comparison into a folder: data, charts and report, each atomically.
 *
 * @param comparison what to write
 * @param folder where to
 * @param command the command that compares again
 */
record ComparisonFiles(FolderComparison comparison, Path folder, String command) {
    private static final String CURVES = "curves.csv";
    private static final String MANIFEST = "manifest.json";
    private static final List<String> IN_REPORT =
            List.of("sweep-regret", "sweep-reward", "regret", "final-regret", "optimal-action", "reward");

    /**
     * Refuses a folder of results, whose charts and report would be overwritten.
     *
     * @throws BadInput if it is one
     */
    void requireFree() {
        if (Files.exists(folder.resolve(MANIFEST))) {
            throw new BadInput("--out: " + folder + " holds the results of an experiment, must be another folder");
        }
    }

    /** Writes everything; returns what was written, in words. */
    String write(boolean charts) throws IOException {
        Folders.make(folder);
        text(
                DifferencesCsv.NAME,
                out -> DifferencesCsv.write(
                        out,
                        comparison.differences(),
                        comparison.swept(),
                        comparison.results().unit()));
        text(CURVES, out -> CurvesCsv.write(out, comparison.results().series()));
        if (!charts) {
            return DifferencesCsv.NAME + " and " + CURVES + " written";
        }
        Results shown = comparison.charted();
        Predicate<String> usual = name -> !Charts.EXTRA.contains(name);
        int drawn = Charts.draw(shown, folder, usual).size()
                + Charts.draw(intervals(shown.question()), folder, ComparisonPage.DIFFERENCES)
                        .size();
        String page = page(shown);
        text(ReportPage.FILE, out -> out.append(page));
        return drawn + " charts, " + DifferencesCsv.NAME + ", " + CURVES + " and " + ReportPage.FILE + " written";
    }

    private interface Content {
        void write(Writer out) throws IOException;
    }

    private void text(String name, Content content) throws IOException {
        WholeFile.write(folder.resolve(name), beside -> {
            try (Writer out = Files.newBufferedWriter(beside)) {
                content.write(out);
            }
        });
    }

    private String page(Results shown) throws IOException {
        Map<String, ReportChart> charts = new LinkedHashMap<>();
        charts.put(ComparisonPage.DIFFERENCES, EmbeddedCharts.of(intervals(""), ComparisonPage.DIFFERENCES));
        List<String> drawable = Charts.names(shown);
        for (String name : IN_REPORT) {
            if (drawable.contains(name)) {
                charts.put(name, Charts.embedded(shown, name));
            }
        }
        List<String> commands = new ArrayList<>();
        comparison.folders().forEach(each -> commands.add(each.provenance().command()));
        commands.add(command);
        String names = comparison.folders().stream().map(ComparedFolder::name).collect(Collectors.joining(", "));
        return new ComparisonPage(names, comparison.answer(), comparison.facts(), comparison.notes(), commands)
                .html(comparison.results(), comparison.differences(), comparison.swept(), charts);
    }

    private EstimateIntervals intervals(String title) {
        List<EstimateIntervals.Row> rows = comparison.differences().stream()
                .filter(each -> each.comparison().metric() == Metric.REGRET)
                .map(ComparisonFiles::row)
                .toList();
        return new EstimateIntervals(
                title,
                "Mean difference at " + comparison.results().unit().singular() + " " + comparison.step()
                        + " with its 95 % interval, for each comparison alone.",
                "regret less that of " + comparison.subtracted() + " (reward units)",
                0,
                rows);
    }

    private static EstimateIntervals.Row row(RunDifference difference) {
        return new EstimateIntervals.Row(
                difference.comparison().learner(),
                difference.comparison().difference(),
                difference.verdict().low(),
                difference.verdict().high(),
                Double.NaN,
                Double.NaN);
    }
}
