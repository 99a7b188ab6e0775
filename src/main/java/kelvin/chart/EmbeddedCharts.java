package kelvin.chart;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.ImageFile;
import kelvin.chart.layout.PathData;
import kelvin.report.ReportChart;

/** Makes figures fit to be embedded in a page. */
final class EmbeddedCharts {
    /** Attributes that a page's style sets for all pictures or that have their initial values, and line breaks within tags. */
    private static final Pattern SUPERFLUOUS = Pattern.compile(
            " (font-family|xml:space|xmlns:xlink|text-rendering|image-rendering|shape-rendering|color-rendering|color-interpolation)"
                    + "=\"[^\"]*\"| font-(style|weight)=\"normal\"|\\s*\\n\\s*(?=/?>)");

    private EmbeddedCharts() {}

    /** Returns a figure and the same figure for a phone. */
    static ReportChart of(Figure figure, Figure narrow, String name) throws IOException {
        return new ReportChart(
                svg(figure, name),
                svg(narrow, name + "-phone"),
                figure.caption(),
                figure instanceof CurveFigure curves ? Optional.of(curves.data()) : Optional.empty());
    }

    private static String svg(Figure figure, String name) throws IOException {
        return ChartTheme.inTags(
                ImageFile.element(figure),
                tag -> SUPERFLUOUS
                        .matcher(PathData.relative(ChartTheme.themed(tag)))
                        .replaceAll("")
                        .replaceAll("(?<=id=\"|url\\(#)", name + "-"));
    }
}
