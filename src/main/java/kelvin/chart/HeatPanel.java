package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kelvin.chart.axis.SweepAxis;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.Legend;
import kelvin.chart.layout.Panel;
import kelvin.chart.layout.PanelFigure;
import kelvin.chart.layout.PlotSeries;
import kelvin.chart.layout.TextBlock;
import kelvin.chart.layout.Ticks;
import kelvin.metric.BestPoints;
import kelvin.metric.Decimals;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.SweepPoint;
import kelvin.metric.SweptAxis;
import org.knowm.xchart.XYChart;

/**
 * A heat map of one learner's metric over two axes: a coloured cell per point, darker is better, the best ringed.
 *
 * @param theme the theme of the figure
 * @param learner whose it is
 * @param points its points
 * @param ringed the points to ring, of all panels
 * @param axes the axes
 * @param x the values of the first axis, ascending
 * @param y the values of the second axis, ascending
 * @param scale what the colours mean, for all panels
 */
record HeatPanel(
        ChartTheme theme,
        String learner,
        List<SweepPoint> points,
        Set<SweepPoint> ringed,
        List<SweptAxis> axes,
        double[] x,
        double[] y,
        Scale scale)
        implements Panel {
    private static final int COLOURS = 100;
    private static final int LEGEND_LABELS = 6;
    private static final double AIR = 8;

    /** The colour scale, from the best to the worst mean of all panels. */
    record Scale(double best, double worst) {
        int rank(double mean) {
            return best == worst ? 0 : (int) Math.round(COLOURS * (mean - best) / (worst - best));
        }

        double at(int label) {
            return best + (worst - best) * label / (LEGEND_LABELS - 1);
        }
    }

    static Figure figure(ChartTheme theme, Results results, BestPoints best, Metric metric) {
        List<SweepPoint> swept = best.points();
        Set<SweepPoint> ringed = SweepFigure.ringed(best);
        double[] x = SweepFigure.values(best, 0);
        double[] y = SweepFigure.values(best, 1);
        double low = swept.stream().mapToDouble(SweepPoint::mean).min().orElse(0);
        double high = swept.stream().mapToDouble(SweepPoint::mean).max().orElse(0);
        Scale scale = metric.larger() ? new Scale(high, low) : new Scale(low, high);
        List<HeatPanel> panels = swept.stream()
                .map(SweepPoint::learner)
                .distinct()
                .map(learner -> new HeatPanel(
                        theme,
                        learner,
                        swept.stream().filter(s -> s.learner().equals(learner)).toList(),
                        ringed,
                        best.axes(),
                        x,
                        y,
                        scale))
                .toList();
        List<String> labels = IntStream.range(0, LEGEND_LABELS)
                .mapToObj(label -> SweepAxis.text(scale.at(label)))
                .toList();
        String caption =
                SweepFigure.mean(MetricCurves.repetitions(swept.stream().mapToLong(SweepPoint::repetitions)))
                        + " at the horizon: "
                        + SweepFigure.title(metric, results)
                        + SweepFigure.ringing(best);
        return new PanelFigure(
                Frame.of(theme, results, caption),
                panels,
                Legend.of(
                        theme,
                        metric.key(),
                        labels,
                        (g, label, px, py) -> swatch(theme, g, scale.rank(scale.at(label)), px, py)),
                swept.get(0).axis(),
                swept.get(0).secondAxis());
    }

    private static void swatch(ChartTheme theme, Graphics2D g, int rank, double x, double y) {
        g.setColor(theme.shade(rank, COLOURS + 1));
        g.fill(new Rectangle2D.Double(x + Legend.SWATCH - 16, y, 16, 16));
    }

    @Override
    public TextBlock title(int width) {
        return TextBlock.wrap(learner, theme.panel(), width, 2);
    }

    /** Returns an empty plot, over which the cells are painted. */
    @Override
    public XYChart chart() {
        XYChart chart = ChartTheme.plot();
        PlotSeries.plain(chart.addSeries("\0", new double[] {0}, new double[] {0}));
        return chart;
    }

    @Override
    public Optional<Ticks> xTicks(int width) {
        return Optional.of(Ticks.cells(SweepFigure.labels(theme, axes.get(0), x), width, true));
    }

    @Override
    public Ticks yTicks(int height) {
        return Ticks.cells(SweepFigure.labels(theme, axes.get(1), y), height, false);
    }

    @Override
    public boolean hasGrid() {
        return false;
    }

    @Override
    public void paint(Graphics2D g, double x0, double y0, int width, int height, boolean left, boolean below) {
        Panel.super.paint(g, x0, y0, width, height, left, below);
        double w = (double) width / x.length;
        double h = (double) height / y.length;
        for (SweepPoint point : points) {
            double px = x0 + place(x, point.value()) * w;
            double py = y0 + height - (place(y, point.secondValue()) + 1) * h;
            cell(g, point, px, py, w, h);
        }
    }

    /** Paints a cell with its mean where there is room for it. */
    private void cell(Graphics2D g, SweepPoint point, double px, double py, double w, double h) {
        Color ground = theme.shade(scale.rank(point.mean()), COLOURS + 1);
        g.setColor(ground);
        g.fill(new Rectangle2D.Double(px, py, w + 0.5, h + 0.5));
        Color ink = isDark(ground) ? Color.WHITE : ChartTheme.INK;
        TextBlock number = TextBlock.wrap(
                Decimals.of(point.standardError()).text(point.mean()), theme.caption(), theme.width(), 1);
        if (number.width() < w - 2 * AIR && number.height() < h - AIR) {
            g.setColor(ink);
            number.paint(g, px + (w - number.width()) / 2, py + (h - number.height()) / 2);
        }
        if (ringed.contains(point)) {
            double air = Math.min(4, Math.min(w, h) / 5);
            RoundRectangle2D ring =
                    new RoundRectangle2D.Double(px + air, py + air, w - 2 * air, h - 2 * air, h - 2 * air, h - 2 * air);
            g.setColor(ink);
            g.setStroke(new BasicStroke(2));
            g.draw(ring);
        }
    }

    /** Returns whether white text is read better than black on a colour, by its luma. */
    private static boolean isDark(Color c) {
        return 0.299 * c.getRed() + 0.587 * c.getGreen() + 0.114 * c.getBlue() < 110;
    }

    private static int place(double[] values, double value) {
        return Arrays.binarySearch(values, value);
    }
}
