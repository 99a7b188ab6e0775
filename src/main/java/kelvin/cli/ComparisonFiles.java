package kelvin.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.chart.ComparisonCharts;
import kelvin.chart.EstimateIntervals;
import kelvin.chart.style.ChartStyle;
import kelvin.comparison.ComparedFolder;
import kelvin.comparison.ComparedLines;
import kelvin.comparison.FolderComparison;
import kelvin.file.Folders;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import kelvin.metric.Metric;
import kelvin.metric.RunDifference;
import kelvin.report.ComparisonPage;
import kelvin.report.ReportPage;
import kelvin.results.CurvesCsv;
import kelvin.results.DifferencesCsv;
import kelvin.yaml.BadInput;

/**
 * Writes a comparison into a folder: data, charts and report, each atomically.
 *
 * @param comparison what to write
 * @param folder where to
 * @param style how charts look
 * @param command the command that compares again
 */
record ComparisonFiles(FolderComparison comparison, Path folder, ChartStyle style, String command) {
    private static final String CURVES = "curves.csv";
    /** The charts that a comparison may have. */
    private static final Set<String> CHARTS = Stream.concat(
                    Stream.of(ComparisonCharts.DIFFERENCES, "final-regret", "sweep-regret", "sweep-reward"),
                    Stream.of(Metric.values()).map(metric -> metric.key().replace('_', '-')))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Refuses a folder that holds anything else, which could be overwritten.
     *
     * @throws BadInput if it is one
     */
    void requireFree() {
        try {
            if (Files.isDirectory(folder)
                    && !Folders.names(folder).isEmpty()
                    && !Files.exists(folder.resolve(DifferencesCsv.NAME))) {
                throw new BadInput("--out: " + folder
                        + " holds other files, must be a new folder or one of an earlier comparison");
            }
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(folder, e));
        }
    }

    /** Writes everything in place of an earlier comparison; returns what was written, in words. */
    String write(boolean withCharts) throws IOException {
        Folders.make(folder);
        clear();
        text(
                DifferencesCsv.NAME,
                out -> DifferencesCsv.write(
                        out,
                        comparison.differences(),
                        comparison.swept(),
                        comparison.results().unit()));
        text(CURVES, out -> CurvesCsv.write(out, comparison.results().series()));
        if (!withCharts) {
            return DifferencesCsv.NAME + " and " + CURVES + " written";
        }
        ComparedLines lines = comparison.lines();
        ComparisonCharts charts = new ComparisonCharts(
                lines.results(), intervals(lines.results().question()), lines.looks(), lines.variants(), style);
        int drawn = charts.draw(folder).size();
        String page = page(charts);
        text(ReportPage.FILE, out -> out.append(page));
        return drawn + " chart files, " + DifferencesCsv.NAME + ", " + CURVES + " and " + ReportPage.FILE + " written";
    }

    /** Removes the pictures and the report of an earlier comparison. */
    private void clear() throws IOException {
        for (String name : Folders.names(folder)) {
            if (name.equals(ReportPage.FILE) || CHARTS.contains(name.replaceFirst("\\.(png|svg|pdf)$", ""))) {
                Files.delete(folder.resolve(name));
            }
        }
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

    private String page(ComparisonCharts charts) throws IOException {
        List<String> commands = new ArrayList<>();
        comparison.folders().forEach(each -> commands.add(each.provenance().command()));
        commands.add(command);
        String names = comparison.folders().stream().map(ComparedFolder::name).collect(Collectors.joining(", "));
        return new ComparisonPage(names, comparison.answer(), comparison.facts(), comparison.notes(), commands)
                .html(comparison.results(), comparison.differences(), comparison.swept(), charts.embedded());
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
