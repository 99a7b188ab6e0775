package kelvin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.report.CurveData.Line;
import org.junit.jupiter.api.Test;

class CurveDataTest {
    private static final double NONE = Double.NaN;

    private static CurveData data(List<String> spans, Line... lines) {
        return new CurveData(
                "step", "regret", "zero", false, true, new double[] {0, 1, 2.5}, spans, List.of(), List.of(lines));
    }

    /** An interval decides how many decimals its value has; a value alone has four digits. */
    @Test
    void numbersAreAsPreciseAsTheirIntervals() {
        Line line = new Line(
                "a<b",
                "#123456",
                "8 3.5",
                new double[] {0, 12.3456, 0.00123456},
                new double[] {NONE, 11.3456, NONE},
                new double[] {NONE, 13.3456, NONE});
        assertThat(data(List.of(), line).html())
                .contains("data-x=\"0,1,2.5\"", "data-dash=\"8 3.5\"", ">a&lt;b</li>")
                .contains("data-y=\"0,12.35,0.001235\" data-low=\",11.35,\" data-high=\",13.35,\"")
                .contains(" data-commas")
                .doesNotContain("data-at", "data-log");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        double[] none = {NONE, NONE, NONE};
        assertThat(data(List.of("", "1–2", ""), new Line("a", "currentColor", "", new double[] {-1, 2, 3}, none, none))
                        .html())
                .contains("<li data-colour=\"currentColor\" data-y=\"-1.000,2.000,3.000\">a</li>", "data-at=\",1–2,\"");
    }

    /** A browser that keeps to the policy runs this script and has this style, and nothing else. */
    @Test
    void thePageAllowsItsOwnScriptOnly() {
        Results results = Results.builder("?")
                .trials(List.of(new RunValues("a", Metric.REGRET, new double[] {1, 2})))
                .build();
        String page = new ReportPage("x", "", "", Map.of())
                .html(results, Map.of("regret", new ReportChart("<svg ></svg>", "<svg ></svg>", "", Optional.empty())));
        assertThat(page)
                .contains("default-src 'none'; script-src "
                        + PageScript.hash(between(page, "<script type=\"module\">", "</script>")))
                .contains("; style-src " + PageScript.hash(between(page, "<style>", "</style>")))
                .doesNotContain("/**", " style=");
    }

    /** Every report carries the script, of which the repository keeps dozens. */
    @Test
    void theScriptIsSmall() {
        assertThat(PageScript.read("report.js").length()).isBetween(1000, 11_500);
    }

    private static String between(String page, String start, String end) {
        return page.substring(page.indexOf(start) + start.length(), page.indexOf(end));
    }
}
