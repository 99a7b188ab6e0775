package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kelvin.contract.Stability;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.RunDifference;
import kelvin.metric.SweepDifference;

/**
 * Builds the report page of a comparison of experiments: answer, facts, tables, charts, and how to reproduce it. It is like a
 * {@link ReportPage}: it loads nothing, and can be read on a phone, on paper and by a screen reader.
 *
 * @param names the names of what is compared, in words
 * @param answer what came out, in sentences
 * @param facts what is the same and what differs, a line each
 * @param notes how differences were tested and what was left out, in sentences
 * @param commands what plays everything again and compares it
 */
@Stability(MAY_CHANGE)
public record ComparisonPage(
        String names, List<String> answer, List<String> facts, List<String> notes, List<String> commands) {
    /** The name of the chart of differences. */
    public static final String DIFFERENCES = "differences";

    /**
     * Returns the page.
     *
     * @param results the results of all learners, as if one experiment had played them
     * @param differences their differences, metric by metric
     * @param swept the differences at points of sweeps
     * @param charts charts by name, in the order they are shown
     * @return HTML
     */
    public String html(
            Results results,
            List<RunDifference> differences,
            List<SweepDifference> swept,
            Map<String, ReportChart> charts) {
        List<String> parts = new ArrayList<>();
        parts.add("<p class=\"faint\">" + Html.text(names) + "</p>\n<h1>" + Html.text(results.question()) + "</h1>");
        parts.add("<div class=\"answer\">\n" + Html.paragraphs(answer) + "\n</div>");
        parts.add(Html.section("Experiments", list(facts) + "\n" + Html.paragraphs(notes)));
        parts.add(Html.section(
                "Numbers",
                table(
                        "Means over the repetitions, with 95 % confidence intervals.",
                        DifferenceTables.numbers(results))));
        parts.add(Html.section("Differences", differences(results, differences)));
        List<List<String>> points = DifferenceTables.swept(results.axes(), swept);
        if (!points.isEmpty()) {
            parts.add(Html.section("Sweep", table("Differences of regret at the points of the sweeps.", points)));
        }
        List<Standing> standings = Standing.of(results);
        Captions captions = new Captions(results, standings);
        parts.add(Html.section(
                "Charts",
                charts.entrySet().stream()
                        .map(chart -> Html.figure(
                                title(captions, chart.getKey()),
                                standings.isEmpty() || chart.getKey().equals(DIFFERENCES)
                                        ? words(chart.getKey())
                                        : captions.words(chart.getKey()),
                                chart.getValue()))
                        .collect(Collectors.joining("\n"))));
        parts.add(Html.section(
                "How to reproduce", "<pre tabindex=\"0\">" + Html.text(String.join("\n", commands)) + "</pre>"));
        return Html.page(names + ": " + results.question(), parts, PageScript.read("report.js"));
    }

    private static String list(List<String> lines) {
        return lines.stream()
                .map(line -> "<li>" + Html.text(line) + "</li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    private static String table(String caption, List<List<String>> rows) {
        return Html.table(caption, rows.get(0), rows.subList(1, rows.size()));
    }

    private static String differences(Results results, List<RunDifference> differences) {
        List<String> tables = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            List<RunDifference> own = differences.stream()
                    .filter(each -> each.comparison().metric() == metric)
                    .toList();
            if (!own.isEmpty()) {
                tables.add(table(
                        "Each interval is for its comparison alone; p-values are Holm-corrected over the " + own.size()
                                + (own.size() == 1 ? " comparison" : " comparisons") + " of this table.",
                        DifferenceTables.differences(own, results.unit())));
            }
        }
        return String.join("\n", tables)
                + DifferenceTables.note(differences)
                        .map(note -> "\n<p class=\"faint\">" + Html.text(note) + "</p>")
                        .orElse("");
    }

    private static String title(Captions captions, String chart) {
        return chart.equals(DIFFERENCES) ? "Differences of regret" : captions.title(chart);
    }

    private static String words(String chart) {
        return chart.equals(DIFFERENCES)
                ? "Left of the dashed line regret is lower, right of it higher."
                : "Up to the last step that all experiments report.";
    }
}
