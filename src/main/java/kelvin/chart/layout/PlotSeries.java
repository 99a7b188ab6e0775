package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The series of XChart that hold a plot's data: those that it draws are areas; lines are painted over them. */
@Stability(MAY_CHANGE)
public final class PlotSeries {
    private PlotSeries() {}

    /** Returns a series that is not drawn. */
    public static XYSeries plain(XYSeries series) {
        series.setLineStyle(SeriesLines.NONE);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    /**
     * Fills the area of a learner's band.
     *
     * @param theme the theme of the figure
     * @param chart the plot
     * @param name the name of the series
     * @param outline the x coordinates of the area's outline, then the values
     * @param look the learner's colour
     */
    public static void area(ChartTheme theme, XYChart chart, String name, double[][] outline, int look) {
        XYSeries series = plain(chart.addSeries(name, outline[0], outline[1]));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(theme.veil(look));
    }
}
