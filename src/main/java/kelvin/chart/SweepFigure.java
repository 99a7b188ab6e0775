package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.chart.axis.SweepAxis;
import kelvin.chart.layout.Axes;
import kelvin.chart.layout.AxisRange;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.CurveTable;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.PlotSeries;
import kelvin.chart.layout.TextBlock;
import kelvin.chart.layout.Ticks.Tick;
import kelvin.metric.BestPoints;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.StepUnit;
import kelvin.metric.SweepPoint;
import kelvin.metric.SweptAxis;
import org.knowm.xchart.XYChart;

/**
 * A figure of a metric at the horizon against a swept parameter: a line with a dot per value and a 95 % band per
 * learner, the best ringed.
 */
final class SweepFigure implements Figure {
    private static final BasicStroke LEADER =
            new BasicStroke(0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {1.5f, 3}, 0);
    private static final int MAX_COMPUTED = 8;
    private static final double MAX_LABEL_PIXELS = 90;
    private static final double DOT = 2.6;
    private static final double RING = 6.5;

    private final ChartTheme theme;
    private final SweepAxis axis;
    private final List<StyledCurve> lines = new ArrayList<>();
    private final Set<SweepPoint> best;
    private final CurveLabels labels;
    private final Figure plot;

    private SweepFigure(ShownLearners shown, Results results, BestPoints points, Metric metric) {
        theme = shown.theme();
        List<SweepPoint> swept = points.points();
        double[] values = values(points, 0);
        axis = SweepAxis.of(values);
        List<String> learners =
                swept.stream().map(SweepPoint::learner).distinct().toList();
        for (String learner : learners) {
            List<SweepPoint> own =
                    swept.stream().filter(s -> s.learner().equals(learner)).toList();
            lines.add(new StyledCurve(curve(learner, own), shown.look(learner)));
        }
        best = ringed(points);
        Frame frame = Frame.of(theme, results, atHorizon(swept, results) + ringing(points));
        labels = new CurveLabels(theme, lines);
        Axes axes = new Axes(
                theme,
                axis.range(),
                false,
                ticks(theme, points.axes().get(0), values),
                yRange(),
                swept.get(0).axis(),
                title(metric, results));
        plot = new LinePlot(frame, axes, labels, chart(), this::paintLines);
    }

    static Figure of(ShownLearners shown, Results results, Metric metric) {
        BestPoints points = BestPoints.of(results, metric);
        long conditions = points.axes().stream().filter(SweptAxis::condition).count();
        if (points.axes().size() == 1) {
            return new SweepFigure(shown, results, points, metric);
        }
        return conditions == 1 && points.conditions().size() <= SweepPanel.MAX_LINES
                ? SweepPanel.figure(shown.theme(), results, points)
                : HeatPanel.figure(shown.theme(), results, points, metric);
    }

    /** Says of how many repetitions the points of sweeps are means, and by which rule their bands were drawn. */
    static String atHorizon(List<SweepPoint> swept, Results results) {
        String repetitions = MetricCurves.repetitions(swept.stream().mapToLong(SweepPoint::repetitions));
        return mean(repetitions) + " at the horizon"
                + (repetitions.equals("1")
                        ? ", which has no interval."
                        : "; pointwise bands: " + Band.rule(Band.looks(results)));
    }

    /** Says of how many repetitions a value is the mean. */
    static String mean(String repetitions) {
        return repetitions.equals("1") ? "One repetition" : "Mean of " + repetitions + " repetitions";
    }

    /**
     * Returns the points to ring: the best value of each learner that has one to choose, under each condition, and what is the same for
     * the learner; where none has, the best learners under each condition.
     */
    static Set<SweepPoint> ringed(BestPoints points) {
        Set<List<Object>> chosen = points.ofLearners().stream()
                .filter(point -> points.chooses(point.learner()))
                .map(point -> key(points, point))
                .collect(Collectors.toSet());
        boolean alone =
                points.points().stream().map(SweepPoint::learner).distinct().count() == 1;
        return !chosen.isEmpty() || alone
                ? points.points().stream()
                        .filter(point -> chosen.contains(key(points, point)))
                        .collect(Collectors.toSet())
                : points.ofConditions().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    /** Returns everything that a learner's result depends on. */
    private static List<Object> key(BestPoints points, SweepPoint point) {
        List<Object> key = new ArrayList<>(List.of(point.learner()));
        for (int i = 0; i < points.axes().size(); i++) {
            SweptAxis axis = points.axes().get(i);
            if (axis.condition() || axis.isChoice(point.learner())) {
                key.add(point.value(i));
            }
        }
        return key;
    }

    /** Returns values as they are written; computed ones that are long are cut to three digits if that tells them apart. */
    static List<String> texts(SweptAxis axis, double[] values) {
        List<String> all = DoubleStream.of(values).mapToObj(axis::text).toList();
        List<String> few = DoubleStream.of(values)
                .mapToObj(value ->
                        axis.written().containsKey(value) || axis.text(value).length() <= MAX_COMPUTED
                                ? axis.text(value)
                                : SweepAxis.text(value))
                .toList();
        return few.stream().distinct().count() == few.size() ? few : all;
    }

    /** Returns the values on an axis, ascending. */
    static double[] values(BestPoints points, int axis) {
        return points.points().stream()
                .mapToDouble(point -> point.value(axis))
                .distinct()
                .sorted()
                .toArray();
    }

    static List<Tick> ticks(ChartTheme theme, SweptAxis axis, double[] values) {
        List<TextBlock> labels = labels(theme, axis, values);
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Tick(values[i], labels.get(i)))
                .toList();
    }

    static List<TextBlock> labels(ChartTheme theme, SweptAxis axis, double[] values) {
        return texts(axis, values).stream()
                .map(text -> TextBlock.middle(text, theme.tick(), MAX_LABEL_PIXELS))
                .toList();
    }

    /** Returns the caption's last words, about the rings. */
    static String ringing(BestPoints points) {
        Set<SweepPoint> ringed = ringed(points);
        return ringed.isEmpty()
                ? "."
                : "; ringed: the " + (points.metric().larger() ? "highest" : "lowest") + " mean"
                        + (ringed.stream().map(SweepPoint::learner).anyMatch(points::chooses) ? " of each learner" : "")
                        + (points.conditional() ? " under each condition." : ".");
    }

    static String title(Metric metric, Results results) {
        StepUnit unit = results.unit();
        return metric == Metric.REWARD
                ? "mean reward per " + unit.singular() + ", over all " + unit.plural()
                : MetricCurves.regret(results) + " (reward units)";
    }

    static Curve curve(String learner, List<SweepPoint> own) {
        double[] x = own.stream().mapToDouble(SweepPoint::value).toArray();
        double[] y = own.stream().mapToDouble(SweepPoint::mean).toArray();
        double[] low = own.stream().mapToDouble(SweepPoint::low).toArray();
        double[] high = own.stream().mapToDouble(SweepPoint::high).toArray();
        boolean known = DoubleStream.of(low).noneMatch(Double::isNaN);
        return new Curve(learner, x, y, known ? new Band(x, low, high) : Band.NONE);
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

    @Override
    public Optional<CurveTable> table() {
        return plot.table();
    }

    private double[] paintLines(Graphics2D g, XYChart chart) {
        double right = chart.getScreenXFromChart(axis.end());
        double[] ends =
                lines.stream().mapToDouble(line -> paint(g, chart, line, right)).toArray();
        for (SweepPoint each : best) {
            ring(g, chart.getScreenXFromChart(each.value()), chart.getScreenYFromChart(each.mean()));
        }
        return ends;
    }

    /** Paints a line, its dots, and the leader from its end to a label at the edge; returns the height of the end. */
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
        if (labels.atEnds()) {
            g.setStroke(LEADER);
            g.draw(new Line2D.Double(px + DOT, py, right, py));
        }
        return py;
    }

    private static void ring(Graphics2D g, double x, double y) {
        g.setColor(ChartTheme.INK);
        g.setStroke(new BasicStroke(1.6f));
        g.draw(new Ellipse2D.Double(x - RING, y - RING, 2 * RING, 2 * RING));
    }

    private AxisRange yRange() {
        double low =
                lines.stream().mapToDouble(line -> line.curve().low()).min().orElse(0);
        double high =
                lines.stream().mapToDouble(line -> line.curve().high()).max().orElse(1);
        double air = high > low ? 0.05 * (high - low) : 1;
        return AxisRange.linear(low - air, high + air);
    }

    private XYChart chart() {
        XYChart chart = ChartTheme.plot();
        axis.range().applyToX(chart.getStyler());
        yRange().applyToY(chart.getStyler());
        for (StyledCurve line : lines) {
            String name = "\0" + line.look();
            if (line.curve().band().known()) {
                PlotSeries.area(theme, chart, "\0" + name, line.curve().band().outline(), line.look());
            }
            PlotSeries.plain(
                    chart.addSeries(name, line.curve().x(), line.curve().y()));
        }
        return chart;
    }
}
