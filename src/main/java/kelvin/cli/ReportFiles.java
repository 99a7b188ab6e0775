package kelvin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.chart.Charts;
import kelvin.chart.style.ChartStyle;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import kelvin.metric.Results;
import kelvin.report.ReportChart;
import kelvin.report.ReportPage;
import kelvin.results.Provenance;
import kelvin.results.StoredResults;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Chooses the charts of a report and writes its page atomically. */
final class ReportFiles {
    /** The charts of a report, as far as there is something for them: what most questions need, and what was traced. */
    private static final List<String> CHARTS = List.of(
            "sweep-regret",
            "sweep-reward",
            "regret",
            "differences",
            "final-regret",
            "optimal-action",
            "regret-by-group",
            "reliability",
            "coefficients",
            "policy",
            "probabilities",
            "single-runs",
            "entropy",
            "temperature",
            ReportChart.SCHEDULED,
            "values",
            "rewards");

    private ReportFiles() {}

    /** Writes the report of results into their folder. */
    static Path write(Results results, StoredResults stored) {
        Path folder = stored.folder();
        Provenance from = stored.provenance();
        try {
            Map<String, ReportChart> charts = new LinkedHashMap<>();
            ChartStyle style = stored.chart().resolved();
            List<String> names = Charts.names(results);
            for (String chart : CHARTS) {
                for (String name : names) {
                    if (name.equals(chart)
                            || (chart.equals(ReportChart.SCHEDULED) && name.startsWith(ReportChart.SCHEDULED))) {
                        charts.put(name, Charts.embedded(results, name, style));
                    }
                }
            }
            if (charts.keySet().stream().noneMatch(name -> name.endsWith("regret")) && names.contains("reward")) {
                charts.put("reward", Charts.embedded(results, "reward", style));
            }
            ReportPage page = new ReportPage(from.name(), from.yaml(), from.command(), from.facts());
            return write(folder.resolve(ReportPage.FILE), page.html(results, charts));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the report cannot be written: " + IoMessage.of(e), e);
        }
    }

    /**
     * Formats the arguments of a command as CSV, a line each.
     *
     * @param but the options on which results do not depend
     */
    static String settings(CommandSpec spec, String... but) {
        StringBuilder csv = new StringBuilder("option,value\n");
        for (ArgSpec arg : spec.args()) {
            String name = arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
            boolean help = arg instanceof OptionSpec option && (option.usageHelp() || option.versionHelp());
            Object value = arg.getValue();
            if (value != null
                    && !String.valueOf(value).isEmpty()
                    && !help
                    && !List.of(but).contains(name)) {
                String text = String.valueOf(value).replace("\"", "\"\"");
                csv.append(name).append(",\"").append(text).append("\"\n");
            }
        }
        return csv.toString();
    }

    static Path write(Path file, String text) throws IOException {
        return WholeFile.write(file, beside -> Files.writeString(beside, text));
    }
}
