package kelvin.chart;

import java.io.IOException;
import java.util.Optional;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.ImageFile;
import kelvin.report.ReportChart;

/** Makes figures fit to be embedded in a page. */
final class EmbeddedCharts {
    private EmbeddedCharts() {}

    static ReportChart of(Figure figure, String name) throws IOException {
        String svg = ChartTheme.inTags(
                ImageFile.element(figure), tag -> ChartTheme.themed(tag).replaceAll("(?<=id=\"|url\\(#)", name + "-"));
        return new ReportChart(
                svg,
                figure.caption(),
                figure instanceof CurveFigure curves ? Optional.of(curves.data()) : Optional.empty());
    }
}
