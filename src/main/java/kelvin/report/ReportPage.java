package kelvin.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kelvin.metric.Comparison;
import kelvin.metric.Decimals;
import kelvin.metric.Metric;
import kelvin.metric.Results;

/**
 * One experiment as one page: question, answer, table, charts, what was played and where it comes from.
 *
 * <p>The page loads nothing, follows the reader's light or dark setting, and can be read on a phone, on paper, by keyboard and by a
 * screen reader.
 *
 * @param name the experiment's name
 * @param yaml its file
 * @param command what plays it again
 * @param facts version, machine and speed
 */
public record ReportPage(String name, String yaml, String command, Map<String, String> facts) {
    /** The name of the file that holds a page beside its results. */
    public static final String FILE = "report.html";

    /**
     * The page.
     *
     * @param results what playing gave; at least one learner
     * @param charts {@code svg} elements by the names of charts, in the order they are shown
     * @return HTML
     */
    public String html(Results results, Map<String, String> charts) {
        List<Standing> standings = Standing.of(results);
        List<String> parts = new ArrayList<>();
        parts.add("<p class=\"faint\">" + Html.text(name) + "</p>\n<h1>" + Html.text(results.question()) + "</h1>");
        parts.add("<div class=\"answer\">\n" + Html.paragraphs(Answer.of(results)) + "\n</div>");
        parts.add(Html.section("Numbers", table(standings)));
        List<Comparison> verdicts = results.verdicts(Metric.REGRET);
        if (!verdicts.isEmpty()) {
            parts.add(Html.section("Comparisons", verdicts(verdicts)));
        }
        parts.add(Html.section(
                "Charts",
                charts.entrySet().stream()
                        .map(chart ->
                                Html.figure(title(chart.getKey()), words(chart.getKey(), standings), chart.getValue()))
                        .collect(Collectors.joining("\n"))));
        parts.add(Html.section("What was played", "<pre tabindex=\"0\">" + Html.text(yaml) + "</pre>"));
        parts.add(Html.section("Play it again", "<pre tabindex=\"0\">" + Html.text(command) + "</pre>"));
        parts.add(Html.section(
                "Where it comes from",
                facts.entrySet().stream()
                        .map(fact ->
                                "<dt>" + Html.text(fact.getKey()) + "</dt><dd>" + Html.text(fact.getValue()) + "</dd>")
                        .collect(Collectors.joining("\n", "<dl>\n", "\n</dl>"))));
        return Html.page(results.question(), parts);
    }

    private static String table(List<Standing> standings) {
        boolean skewed = standings.stream().anyMatch(s -> s.regret().skewed());
        List<List<String>> rows = standings.stream().map(ReportPage::row).toList();
        String note = skewed
                ? "<p class=\"faint\">* bootstrap interval (BCa): too few repetitions for Student's, so skewed is their regret.</p>"
                : "";
        return Html.table(
                        "Means over the repetitions at the horizon, the least regret first; intervals are 95 %.",
                        List.of(
                                "learner",
                                "regret",
                                "interval",
                                "less the baseline's",
                                "Holm's p",
                                "optimal action",
                                "reward per step",
                                "failed"),
                        rows)
                + note;
    }

    private static List<String> row(Standing s) {
        Decimals regret = Decimals.of(s.regret().standardError());
        String interval =
                regret.text(s.regret().lower()) + " … " + regret.text(s.regret().upper());
        return List.of(
                s.learner(),
                regret.text(s.regret().mean()),
                s.regret().repetitions() < 2 ? "?" : interval + (s.regret().skewed() ? " *" : ""),
                s.comparison()
                        .map(c -> Decimals.of(c.standardError()).text(c.difference()))
                        .orElse("baseline"),
                s.comparison().map(c -> p(c.holm())).orElse(""),
                Standing.percent(s.optimal().mean()),
                Decimals.of(s.reward().standardError()).text(s.reward().mean()),
                Double.isNaN(s.failed()) ? "?" : Standing.percent(s.failed()));
    }

    private static String p(double holm) {
        return Double.isNaN(holm) ? "?" : Decimals.pValue(holm).replaceFirst("^= ", "");
    }

    private static String verdicts(List<Comparison> verdicts) {
        String items = verdicts.stream()
                .map(c -> "<li>" + Html.text(c.verdict()) + "</li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n"));
        return items
                + "<p class=\"faint\">Regret at the horizon, in pairs: in one repetition all learners met the same arms and"
                + " rewards. Each interval is for its comparison alone; p-values are Student's, adjusted by Holm's method for the "
                + verdicts.size() + (verdicts.size() == 1 ? " comparison" : " comparisons") + " in this list.</p>";
    }

    private static String title(String chart) {
        return switch (chart) {
            case "regret" -> "Regret over time";
            case "differences" -> "Regret less the baseline's";
            case "final-regret" -> "Regret of single repetitions";
            case "optimal-action" -> "Optimal actions over time";
            default ->
                Character.toUpperCase(chart.charAt(0)) + chart.substring(1).replace('-', ' ');
        };
    }

    /** What a chart shows, from the numbers at its end. */
    private static String words(String chart, List<Standing> standings) {
        Standing best = standings.get(0);
        Standing worst = standings.get(standings.size() - 1);
        return switch (chart) {
            case "regret" ->
                "At the end " + best.learner() + " has lost least, " + best.regretInWords() + ", and " + worst.learner()
                        + " most, " + worst.regretInWords() + ".";
            case "differences" -> "Below the dashed line less is lost than by the baseline, above it more.";
            case "final-regret" ->
                "The middle half of the repetitions of " + best.learner() + " and how many failed, beside those of"
                        + " all others.";
            case "optimal-action" ->
                standings.stream()
                        .max(Comparator.comparingDouble(s -> s.optimal().mean()))
                        .map(s -> "Over all steps " + s.learner() + " chose the best arm most often, "
                                + Standing.percent(s.optimal().mean()) + ".")
                        .orElse("");
            default -> "See the numbers above.";
        };
    }
}
