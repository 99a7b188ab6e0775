package kelvin.chart;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.style.ChartStyle;
import kelvin.contract.Stability;
import kelvin.metric.Results;
import kelvin.report.ReportChart;

/**
 * The charts of a comparison: learners of several experiments over each other, and their differences.
 *
 * @param results the results of all learners shown, as if one experiment had played them
 * @param differences their differences
 * @param looks all learners, also those not shown, in the order in which they take colours and dashes
 * @param variants how many neighbouring learners are of one label, and drawn in one colour with other dashes; 1 where that is not so
 * @param style what the user asks for
 */
@Stability(MAY_CHANGE)
public record ComparisonCharts(
        Results results, EstimateIntervals differences, List<String> looks, int variants, ChartStyle style) {
    /** The name of the chart of differences. */
    public static final String DIFFERENCES = "differences";

    /** The charts of a page, as far as there is something for them. */
    private static final List<String> IN_PAGE =
            List.of(DIFFERENCES, "sweep-regret", "sweep-reward", "regret", "final-regret", "optimal-action", "reward");

    /**
     * Draws the charts.
     *
     * @param folder where to put the pictures; made if missing
     * @return the files written
     * @throws IOException if one cannot be written
     */
    public List<Path> draw(Path folder) throws IOException {
        Charts.needNoDisplay();
        ChartTheme theme = new ChartTheme(style, variants);
        return Charts.draw(figures(theme, results, looks, differences), theme, folder);
    }

    /**
     * Returns the charts to embed in a page, by name in the order they are shown.
     *
     * @return the charts, without headings
     * @throws IOException if one cannot be drawn
     */
    public Map<String, ReportChart> embedded() throws IOException {
        Charts.needNoDisplay();
        Map<String, Supplier<? extends Figure>> wide = inPage(ChartStyle.DEFAULT.width());
        Map<String, Supplier<? extends Figure>> narrow = inPage(ChartStyle.PHONE);
        Map<String, ReportChart> charts = new LinkedHashMap<>();
        for (String name : IN_PAGE) {
            Supplier<? extends Figure> figure = wide.get(name);
            Supplier<? extends Figure> onPhone = narrow.get(name);
            if (figure != null && onPhone != null) {
                charts.put(name, EmbeddedCharts.of(figure.get(), onPhone.get(), name));
            }
        }
        return charts;
    }

    private Map<String, Supplier<? extends Figure>> inPage(double width) {
        return figures(
                new ChartTheme(style.inPage(width), variants),
                results.toBuilder().question("").build(),
                looks,
                new EstimateIntervals(
                        "", differences.caption(), differences.xTitle(), differences.reference(), differences.rows()));
    }

    private static Map<String, Supplier<? extends Figure>> figures(
            ChartTheme theme, Results results, List<String> looks, EstimateIntervals differences) {
        Map<String, Supplier<? extends Figure>> figures = new LinkedHashMap<>(ResultFigures.of(theme, results, looks));
        figures.keySet().removeAll(Charts.EXTRA);
        figures.put(DIFFERENCES, () -> new IntervalFigure(theme, differences));
        return figures;
    }
}
