package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.chart.layout.Axes;
import kelvin.chart.layout.AxisRange;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.PlotSeries;
import org.knowm.xchart.XYChart;

/** A figure of labelled lines over a logarithmic vertical axis, with dots where there are any. */
final class LogFigure implements Figure {
    private static final double DOT = 3.2;

    private final ChartTheme theme;
    private final LogLines data;
    private final Figure plot;

    LogFigure(ChartTheme theme, LogLines data) {
        this.theme = theme;
        this.data = data;
        List<StyledCurve> lines = IntStream.range(0, data.lines().size())
                .mapToObj(i -> new StyledCurve(curve(data.lines().get(i)), i))
                .toList();
        plot = new LinePlot(
                new Frame(theme, data.title(), data.caption()),
                new Axes(theme, xRange(), !data.logarithmic(), yRange(), data.xTitle(), data.yTitle()),
                new CurveLabels(theme, lines),
                chart(),
                this::paintLines);
    }

    private Curve curve(LogLines.Line line) {
        return Curve.plain(line.label(), data.x(), line.y());
    }

    @Override
    public Frame frame() {
        return plot.frame();
    }

    @Override
    public int bodyHeight() {
        return plot.bodyHeight();
    }

    @Override
    public void paint(Graphics2D g) {
        plot.paint(g);
    }

    private double[] paintLines(Graphics2D g, XYChart chart) {
        List<LogLines.Line> lines = data.lines();
        double[] ends = new double[lines.size()];
        for (int i = 0; i < ends.length; i++) {
            g.setColor(theme.colour(i));
            g.setStroke(theme.stroke(i));
            LogLines.Line each = lines.get(i);
            g.draw(curve(each).path(chart));
            dots(g, chart, each.dots());
            ends[i] = chart.getScreenYFromChart(each.y()[each.y().length - 1]);
        }
        return ends;
    }

    private void dots(Graphics2D g, XYChart chart, double[] dots) {
        for (int i = 0; i < dots.length; i++) {
            double x = chart.getScreenXFromChart(data.x()[i]);
            double y = chart.getScreenYFromChart(dots[i]);
            if (dots[i] > 0) {
                g.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
            }
        }
    }

    private AxisRange xRange() {
        double first = data.x()[0];
        double last = data.x()[data.x().length - 1];
        return new AxisRange(first, last > first ? last : 2 * first + 1, data.logarithmic());
    }

    AxisRange yRange() {
        double[] all = data.lines().stream()
                .flatMapToDouble(line -> DoubleStream.concat(Arrays.stream(line.y()), Arrays.stream(line.dots())))
                .filter(y -> y > 0)
                .toArray();
        return AxisRange.decades(
                Arrays.stream(all).min().orElse(1), Arrays.stream(all).max().orElse(1));
    }

    /** Returns the plot; one series per line, named by its label. */
    XYChart chart() {
        XYChart chart = ChartTheme.plot();
        xRange().applyToX(chart.getStyler());
        yRange().applyToY(chart.getStyler());
        for (LogLines.Line line : data.lines()) {
            PlotSeries.plain(chart.addSeries(line.label(), curve(line).x(), line.y()));
        }
        return chart;
    }
}
