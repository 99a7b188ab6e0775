package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kelvin.contract.Stability;
import kelvin.metric.Comparison;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import kelvin.metric.StepUnit;

/**
 * Builds the report page of one experiment: question, answer, table, charts, settings and provenance.
 *
 * <p>The page loads nothing, is whole without its script, with which charts of curves show values and can be changed, follows the reader's light or dark setting, and can be read on a phone, on paper, by keyboard and by a
 * screen reader.
 *
 * @param name the experiment's name
 * @param yaml its file
 * @param command what plays it again
 * @param facts version, sizes and checksum, by name
 */
@Stability(MAY_CHANGE)
public record ReportPage(String name, String yaml, String command, Map<String, String> facts) {
    /** The name of the report's file beside its results. */
    public static final String FILE = "report.html";

    /** The extent, the question and the first sentence of the answer in a page, as groups 1 to 3. */
    static final Pattern QUOTE = Pattern.compile(
            "(?s)<p class=\"faint\">([^<]*)</p>\n<h1>([^<]*)</h1>\n<div class=\"answer\">\n<p>([^<]*)</p>");

    /** The key of the fact that names the kind of problem. */
    static final String PROBLEM = "problem";

    private static final String RUN =
            "<p class=\"faint\">The machine and the running times are in manifest.json, so that equal runs have equal reports.</p>";

    /**
     * Returns the page.
     *
     * @param results what playing gave; at least one learner
     * @param charts charts by name, in the order they are shown
     * @return HTML
     */
    public String html(Results results, Map<String, ReportChart> charts) {
        List<Standing> standings = Standing.of(results);
        List<String> parts = new ArrayList<>();
        parts.add("<p class=\"faint\">" + Html.text(name + extent(results)) + "</p>\n<h1>"
                + Html.text(results.question()) + "</h1>");
        parts.add("<div class=\"answer\">\n" + Html.paragraphs(Answer.of(results)) + "\n</div>");
        SweepAnswer.of(results).map(SweepNumbers::of).ifPresent(best -> parts.add(best.section()));
        if (!standings.isEmpty()) {
            parts.add(Html.section("Numbers", NumbersTable.of(standings, results)));
            List<Comparison> verdicts = results.verdicts(standings.get(0).by());
            if (!verdicts.isEmpty()) {
                parts.add(Html.section("Comparisons", verdicts(verdicts, results.unit())));
            }
        }
        Captions captions = new Captions(results, standings);
        parts.add(Html.section(
                "Charts",
                charts.entrySet().stream()
                        .map(chart -> Html.figure(
                                captions.title(chart.getKey()), captions.words(chart.getKey()), chart.getValue()))
                        .collect(Collectors.joining("\n"))));
        parts.add(Html.section("Experiment file", "<pre tabindex=\"0\">" + Html.text(yaml) + "</pre>"));
        parts.add(Html.section("How to reproduce", "<pre tabindex=\"0\">" + Html.text(command) + "</pre>"));
        parts.add(Html.section(
                "Provenance",
                facts.entrySet().stream()
                        .map(fact ->
                                "<dt>" + Html.text(fact.getKey()) + "</dt><dd>" + Html.text(fact.getValue()) + "</dd>")
                        .collect(Collectors.joining("\n", "<dl>\n", "\n</dl>\n" + RUN))));
        return Html.page(results.question(), parts, PageScript.read("report.js"));
    }

    /** Returns the numbers of learners, steps and repetitions. */
    private static String extent(Results results) {
        if (results.series().isEmpty()) {
            return "";
        }
        MetricCurve curve = results.series().get(0);
        long steps = curve.steps()[curve.steps().length - 1];
        long learners =
                results.series().stream().map(MetricCurve::learner).distinct().count();
        return " · " + counted(learners, "learner") + " · "
                + counted(steps, results.unit().singular()) + " · " + counted(curve.repetitions(), "repetition");
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String verdicts(List<Comparison> verdicts, StepUnit unit) {
        String items = verdicts.stream()
                .map(c -> "<li>" + Html.text(VerdictSentence.withoutCaution(c, unit)) + "</li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n"));
        return items
                + "<p class=\"faint\">Paired by repetition, at the horizon: in each repetition all learners meet the same arms and the"
                + " same rewards. "
                + (verdicts.get(0).repetitions() == 1
                        ? "One repetition has neither intervals nor p-values"
                        : "Each interval is for its comparison alone; p-values are those of paired t-tests, Holm-corrected over the "
                                + verdicts.size() + (verdicts.size() == 1 ? " comparison" : " comparisons")
                                + " in this list")
                + ".</p>";
    }
}
