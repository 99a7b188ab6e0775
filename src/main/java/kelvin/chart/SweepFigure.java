package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import kelvin.chart.axis.SweepAxis;
import kelvin.chart.layout.AxisTitles;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.metric.BestPoints;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.StepUnit;
import kelvin.metric.SweepPoint;
import org.knowm.xchart.XYChart;

/**
 * A figure of a metric at the horizon against a swept parameter: a line with a dot per value and a 95 % band per
 * learner, the best ringed.
 */
final class SweepFigure implements Figure {
    private static final int PLOT_HEIGHT = 400;
    private static final int AXIS_HEIGHT = 38;
    private static final int X_TITLE = 20;
    private static final int Y_TITLE = 22;
    private static final double DOT = 2.6;
    private static final double RING = 6.5;

    private final ChartTheme theme;
    private final Frame frame;
    private final SweepAxis axis;
    private final List<StyledCurve> lines = new ArrayList<>();
    private final List<SweepPoint> best = new ArrayList<>();
    private final EndLabels labels;
    private final int plotHeight;
    private final String xTitle;
    private final String yTitle;

    private SweepFigure(ChartTheme theme, Results results, BestPoints points, Metric metric) {
        this.theme = theme;
        List<SweepPoint> swept = points.points();
        axis = SweepAxis.of(swept.stream().mapToDouble(SweepPoint::value).toArray());
        List<String> learners =
                swept.stream().map(SweepPoint::learner).distinct().toList();
        for (int look = 0; look < learners.size(); look++) {
            String learner = learners.get(look);
            List<SweepPoint> own =
                    swept.stream().filter(s -> s.learner().equals(learner)).toList();
            lines.add(new StyledCurve(curve(learner, own), look));
        }
        best.addAll(ringed(points));
        labels = new EndLabels(theme, lines);
        plotHeight = Math.max(PLOT_HEIGHT, labels.height() + AXIS_HEIGHT);
        xTitle = swept.get(0).axis();
        yTitle = title(metric, results);
        frame = Frame.of(
                theme,
                results,
                "Mean of " + repetitions(swept) + " repetitions at the horizon; pointwise bands: "
                        + Band.rule(Band.looks(results)) + ringing(points));
    }

    static Figure of(ChartTheme theme, Results results, Metric metric) {
        BestPoints points = BestPoints.of(results.axes(), metric, results.swept());
        return points.axes().size() > 1
                ? HeatPanel.figure(theme, results, points, metric)
                : new SweepFigure(theme, results, points, metric);
    }

    /** Returns the number of repetitions in words; each point may have stopped on its own. */
    static String repetitions(List<SweepPoint> swept) {
        return repetitions(swept.stream().mapToLong(SweepPoint::repetitions));
    }

    /** Returns the number of repetitions in words; those of several experiments may differ. */
    static String repetitions(LongStream of) {
        LongSummaryStatistics counts = of.summaryStatistics();
        return counts.getMin() + (counts.getMin() == counts.getMax() ? "" : " to " + counts.getMax());
    }

    /**
     * Returns the points to ring: the best value of each learner that has one to choose, under each condition; where none has, the best
     * learner under each condition.
     */
    static List<SweepPoint> ringed(BestPoints points) {
        List<SweepPoint> chosen = points.ofLearners().stream()
                .filter(point -> points.chooses(point.learner()))
                .toList();
        boolean alone =
                points.points().stream().map(SweepPoint::learner).distinct().count() == 1;
        return !chosen.isEmpty() || alone
                ? chosen
                : points.ofConditions().stream().flatMap(List::stream).toList();
    }

    /** Returns the caption's last words, about the rings. */
    static String ringing(BestPoints points) {
        List<SweepPoint> ringed = ringed(points);
        return ringed.isEmpty()
                ? "."
                : "; ringed: the " + (points.metric().larger() ? "highest" : "lowest") + " mean"
                        + (points.chooses(ringed.get(0).learner()) ? " of each learner" : "")
                        + (points.conditional() ? " under each condition." : ".");
    }

    static String title(Metric metric, Results results) {
        StepUnit unit = results.unit();
        return metric == Metric.REWARD
                ? "mean reward per " + unit.singular() + ", over all " + unit.plural()
                : MetricCurves.regret(results) + " (reward units)";
    }

    static Curve curve(String learner, List<SweepPoint> own) {
        int n = own.size();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = own.get(i).value();
            y[i] = own.get(i).mean();
            low[i] = own.get(i).low();
            high[i] = own.get(i).high();
        }
        boolean known = DoubleStream.of(low).noneMatch(Double::isNaN);
        return new Curve(learner, x, y, known ? new Band(x, low, high) : Band.NONE);
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
        return frame.height(plotHeight);
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        int width = theme.width() - 2 * ChartTheme.MARGIN - labels.width() + 2 * ChartTheme.PADDING - Y_TITLE;
        int height = plotHeight - X_TITLE + 2 * ChartTheme.PADDING;
        XYChart chart = chart(width, height);
        int left = ChartTheme.MARGIN - ChartTheme.PADDING + Y_TITLE;
        int top = frame.top() - ChartTheme.PADDING;
        double bottom = ChartTheme.PADDING + plotHeight - AXIS_HEIGHT;
        g.translate(left, top);
        chart.paint(g, width, height);
        double right = chart.getScreenXFromChart(axis.end());
        double[] ends = new double[lines.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = paint(g, chart, lines.get(i), right);
        }
        for (SweepPoint each : best) {
            ring(g, chart.getScreenXFromChart(each.value()), chart.getScreenYFromChart(each.mean()));
        }
        labels.paint(g, right, ends, ChartTheme.PADDING, bottom);
        Rectangle2D plot = new Rectangle2D.Double(
                ChartTheme.PADDING, ChartTheme.PADDING, right - ChartTheme.PADDING, bottom - ChartTheme.PADDING + 18);
        AxisTitles.paint(theme, g, xTitle, yTitle, plot, Y_TITLE);
        g.translate(-left, -top);
    }

    /** Paints a line, its dots, and the leader from its end to the edge; returns the height of the end. */
    private double paint(Graphics2D g, XYChart chart, StyledCurve line, double right) {
        Curve curve = line.curve();
        Path2D path = new Path2D.Double();
        double px = 0;
        double py = 0;
        g.setColor(theme.colour(line.look()));
        for (int i = 0; i < curve.x().length; i++) {
            px = chart.getScreenXFromChart(curve.x()[i]);
            py = chart.getScreenYFromChart(curve.y()[i]);
            g.fill(new Ellipse2D.Double(px - DOT, py - DOT, 2 * DOT, 2 * DOT));
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        g.setStroke(theme.stroke(line.look()));
        g.draw(path);
        g.setStroke(new BasicStroke(0.7f));
        g.draw(new Line2D.Double(px + DOT, py, right, py));
        return py;
    }

    private static void ring(Graphics2D g, double x, double y) {
        g.setColor(ChartTheme.INK);
        g.setStroke(new BasicStroke(1.6f));
        g.draw(new Ellipse2D.Double(x - RING, y - RING, 2 * RING, 2 * RING));
    }

    private XYChart chart(int width, int height) {
        XYChart chart = theme.plot(width, height);
        axis.applyTo(theme, chart.getStyler(), width);
        double low =
                lines.stream().mapToDouble(line -> line.curve().low()).min().orElse(0);
        double high =
                lines.stream().mapToDouble(line -> line.curve().high()).max().orElse(1);
        double air = high > low ? 0.05 * (high - low) : 1;
        theme.range(chart.getStyler(), low - air, high + air);
        for (StyledCurve line : lines) {
            String name = "\0" + line.look();
            if (line.curve().band().known()) {
                CurveFigure.area(theme, chart, "\0" + name, line.curve().band(), line.look());
            }
            CurveFigure.plain(
                    chart.addSeries(name, line.curve().x(), line.curve().y()));
        }
        return chart;
    }
}
