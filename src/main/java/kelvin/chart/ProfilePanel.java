package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.chart.layout.AxisRange;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.Legend;
import kelvin.chart.layout.Panel;
import kelvin.chart.layout.PanelFigure;
import kelvin.chart.layout.PlotSeries;
import kelvin.chart.layout.TextBlock;
import kelvin.chart.layout.Ticks;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/**
 * A panel of {@link Profiles}: a dot for every value, unless they are so many that they would touch, and a line through those that belong together; a larger dot for one
 * that stands alone.
 *
 * @param theme the theme of the figure
 * @param x where the dots lie
 * @param plot the numbers
 * @param low where the vertical axis begins, below a margin
 * @param high where it ends
 */
record ProfilePanel(ChartTheme theme, double[] x, Profiles.Plot plot, double low, double high) implements Panel {
    private static final double DOT = 2.1;
    private static final double MARK = 5;
    private static final double X_AIR = 0.04;
    private static final double AIR = 0.02;
    private static final int MAX_DOTS = 100;

    static Figure figure(ChartTheme theme, Profiles profiles) {
        DoubleSummaryStatistics range = profiles.plots().stream()
                .flatMap(plot -> plot.lines().stream())
                .flatMapToDouble(DoubleStream::of)
                .filter(y -> !Double.isNaN(y))
                .summaryStatistics();
        double low = Math.min(0, range.getMin());
        double high = Math.max(profiles.top(), range.getMax());
        List<ProfilePanel> panels = profiles.plots().stream()
                .map(plot -> new ProfilePanel(theme, profiles.x(), plot, low, high))
                .toList();
        boolean[] single = new boolean[profiles.labels().size()];
        for (int line = 0; line < single.length; line++) {
            int each = line;
            single[line] = profiles.plots().stream()
                    .allMatch(plot -> points(plot.lines().get(each)) == 1);
        }
        return new PanelFigure(
                new Frame(theme, profiles.title(), profiles.caption()),
                panels,
                Legend.of(
                        theme,
                        profiles.key(),
                        profiles.labels(),
                        (g, line, left, top) -> swatch(theme, g, line, left, top, single[line])),
                profiles.xTitle(),
                profiles.yTitle());
    }

    private static long points(double[] line) {
        return DoubleStream.of(line).filter(y -> !Double.isNaN(y)).count();
    }

    private static void swatch(ChartTheme theme, Graphics2D g, int line, double x, double y, boolean single) {
        g.setColor(theme.colour(line));
        if (single) {
            g.fill(dot(x + Legend.SWATCH / 2.0, y + 8, MARK));
            return;
        }
        g.setStroke(theme.stroke(line));
        g.draw(new Line2D.Double(x, y + 8, x + Legend.SWATCH, y + 8));
    }

    @Override
    public TextBlock title(int width) {
        return TextBlock.wrap(plot.title(), theme.panel(), width, 2);
    }

    @Override
    public XYChart chart() {
        XYChart chart = ChartTheme.plot();
        XYStyler style = chart.getStyler();
        xRange().applyToX(style);
        yRange().applyToY(style);
        double[] range = new double[x.length];
        range[0] = low;
        range[x.length - 1] = high;
        IntStream.range(0, plot.lines().size())
                .forEach(line -> PlotSeries.plain(chart.addSeries(String.valueOf(line), x, range)));
        return chart;
    }

    @Override
    public Optional<Ticks> xTicks(int pixels) {
        boolean whole = Arrays.stream(x).allMatch(each -> each == Math.rint(each));
        return Optional.of(whole ? xRange().acrossWhole(theme, pixels) : xRange().across(theme, pixels));
    }

    @Override
    public Ticks yTicks(int pixels) {
        return yRange().up(theme, pixels);
    }

    private AxisRange xRange() {
        double air = X_AIR * (x[x.length - 1] - x[0]);
        return AxisRange.linear(x[0] - air, x[x.length - 1] + air);
    }

    private AxisRange yRange() {
        double air = AIR * (high - low);
        return AxisRange.linear(low - air, high + air);
    }

    @Override
    public void paintOver(Graphics2D g, XYChart chart) {
        for (int line = 0; line < plot.lines().size(); line++) {
            paint(g, chart, line);
        }
    }

    /** Paints a line with its dots; it is broken where a number is missing. */
    private void paint(Graphics2D g, XYChart chart, int line) {
        double[] y = plot.lines().get(line);
        double radius = points(y) == 1 ? MARK : points(y) > MAX_DOTS ? 0 : DOT;
        Path2D path = new Path2D.Double();
        boolean joined = false;
        g.setColor(theme.colour(line));
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(y[i])) {
                double px = chart.getScreenXFromChart(x[i]);
                double py = chart.getScreenYFromChart(y[i]);
                if (radius > 0) {
                    g.fill(dot(px, py, radius));
                }
                if (joined) {
                    path.lineTo(px, py);
                } else {
                    path.moveTo(px, py);
                }
            }
            joined = !Double.isNaN(y[i]);
        }
        g.setStroke(theme.stroke(line));
        g.draw(path);
    }

    private static Ellipse2D dot(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
