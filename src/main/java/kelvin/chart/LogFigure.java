package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/** A figure of labelled lines over a logarithmic vertical axis, with dots where there are any. */
final class LogFigure implements Figure {
    private static final int PLOT_HEIGHT = 400;
    private static final int AXIS_HEIGHT = 38;

    private static final double DOT = 3.2;

    /** The largest number of decades for whose labels there is room. */
    private static final int MAX_LABELS = 14;

    private final LogLines data;
    private final ChartTheme theme;
    private final Frame frame;
    private final EndLabels labels;

    LogFigure(ChartTheme theme, LogLines data) {
        this.theme = theme;
        this.data = data;
        frame = new Frame(theme, data.title(), data.caption());
        labels = new EndLabels(
                theme,
                IntStream.range(0, data.lines().size())
                        .mapToObj(i -> new StyledCurve(curve(data.lines().get(i)), i))
                        .toList());
    }

    private Curve curve(LogLines.Line line) {
        return Curve.plain(line.label(), data.x(), line.y());
    }

    @Override
    public String caption() {
        return frame.caption();
    }

    @Override
    public int width() {
        return theme.width();
    }

    @Override
    public int height() {
        return frame.height(PLOT_HEIGHT);
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        int width = theme.width() - 2 * ChartTheme.MARGIN - labels.width() + 2 * ChartTheme.PADDING;
        int height = PLOT_HEIGHT + 2 * ChartTheme.PADDING;
        int left = ChartTheme.MARGIN - ChartTheme.PADDING;
        int top = frame.top() - ChartTheme.PADDING;
        XYChart chart = chart(width, height);
        g.translate(left, top);
        chart.paint(g, width, height);
        grid(g, chart);
        List<LogLines.Line> lines = data.lines();
        double[] ends = new double[lines.size()];
        for (int i = 0; i < ends.length; i++) {
            g.setColor(theme.colour(i));
            g.setStroke(theme.stroke(i));
            LogLines.Line each = lines.get(i);
            g.draw(CurveFigure.line(chart, curve(each)));
            dots(g, chart, each.dots());
            ends[i] = chart.getScreenYFromChart(each.y()[each.y().length - 1]);
        }
        double largest = data.x()[data.x().length - 1];
        double bottom = ChartTheme.PADDING + PLOT_HEIGHT - AXIS_HEIGHT;
        labels.paint(g, chart.getScreenXFromChart(largest), ends, ChartTheme.PADDING, bottom);
        g.translate(-left, -top);
    }

    /** Draws a line for each decade; XChart would draw one for each tick between them too. */
    private void grid(Graphics2D g, XYChart chart) {
        double left = chart.getScreenXFromChart(data.x()[0]);
        double right = chart.getScreenXFromChart(data.x()[data.x().length - 1]);
        g.setColor(ChartTheme.GRID);
        g.setStroke(ChartTheme.GRID_STROKE);
        double top = chart.getStyler().getYAxisMax();
        double step = Math.pow(10, every(chart.getStyler()));
        for (double decade = chart.getStyler().getYAxisMin(); decade < 3 * top; decade *= step) {
            double y = chart.getScreenYFromChart(decade);
            g.draw(new Line2D.Double(left, y, right, y));
        }
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

    /** Returns the plot with its axes; one series per line, named by its label. */
    XYChart chart(int width, int height) {
        XYChart chart = theme.plot(width, height);
        chart.setXAxisTitle(data.xTitle());
        chart.setYAxisTitle(data.yTitle());
        XYStyler style = chart.getStyler();
        style.setPlotGridHorizontalLinesVisible(false);
        if (data.logarithmic()) {
            style.setXAxisLogarithmic(true).setXAxisLogarithmicDecadeOnly(true);
            style.setXAxisTickLabelsFormattingFunction(LogFigure::decade);
        } else {
            style.setXAxisDecimalPattern("0");
        }
        double[] all = data.lines().stream()
                .flatMapToDouble(line -> DoubleStream.concat(Arrays.stream(line.y()), Arrays.stream(line.dots())))
                .filter(y -> y > 0)
                .toArray();
        double low = Arrays.stream(all).min().orElse(1);
        double high = Arrays.stream(all).max().orElse(1);
        CurveFigure.decades(style, low, high);
        int every = every(style);
        int bottom = exponent(style.getYAxisMin());
        style.setAxisTicksMarksVisible(every == 1);
        style.setYAxisTickLabelsFormattingFunction(y -> (exponent(y) - bottom) % every == 0 ? decade(y) : " ");
        for (LogLines.Line line : data.lines()) {
            CurveFigure.plain(chart.addSeries(line.label(), curve(line).x(), line.y()));
        }
        return chart;
    }

    /** Returns of how many decades one has a label and a line. */
    private static int every(XYStyler style) {
        int decades = exponent(style.getYAxisMax()) - exponent(style.getYAxisMin());
        return (decades + MAX_LABELS - 1) / MAX_LABELS;
    }

    private static int exponent(double number) {
        return (int) Math.round(Math.log10(number));
    }

    private static String decade(double number) {
        int exponent = exponent(number);
        return exponent >= 0 && exponent < 6
                ? String.valueOf(Math.round(Math.pow(10, exponent)))
                : "10" + StepAxis.superscript(exponent);
    }
}
