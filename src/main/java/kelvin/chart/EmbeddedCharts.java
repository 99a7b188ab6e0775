package kelvin.chart;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.util.Optional;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.ImageFile;
import kelvin.contract.Stability;
import kelvin.report.ReportChart;

/** Makes charts fit to be embedded in a page, as {@link Charts#embedded} does those of results. */
@Stability(MAY_CHANGE)
public final class EmbeddedCharts {
    private EmbeddedCharts() {}

    /**
     * Returns estimates with their intervals to embed in a page.
     *
     * @param intervals what to draw; at least one estimate
     * @param name a name that no other picture of the page has
     * @return picture and caption
     * @throws IOException if it cannot be drawn
     */
    public static ReportChart of(EstimateIntervals intervals, String name) throws IOException {
        Charts.needNoDisplay();
        return of(new IntervalFigure(ChartTheme.DEFAULT, intervals), name);
    }

    static ReportChart of(Figure figure, String name) throws IOException {
        String svg = ChartTheme.inTags(
                ImageFile.element(figure), tag -> ChartTheme.themed(tag).replaceAll("(?<=id=\"|url\\(#)", name + "-"));
        return new ReportChart(
                svg,
                figure.caption(),
                figure instanceof CurveFigure curves ? Optional.of(curves.data()) : Optional.empty());
    }
}
