package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.chart.axis.SweepAxis;
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
import kelvin.chart.layout.Ticks.Tick;
import kelvin.metric.BestPoints;
import kelvin.metric.Results;
import kelvin.metric.SweepPoint;
import kelvin.metric.SweptAxis;
import org.knowm.xchart.XYChart;

/**
 * A panel of one learner's metric against a parameter to choose: a line per condition, in the order of its values and from dark to light,
 * with a 95 % band and a ring at the best value.
 *
 * @param theme the theme of the figure
 * @param learner whose it is
 * @param lines its points under each condition
 * @param choice the number of the axis that is a choice
 * @param values the values of that axis, ascending
 * @param ticks the same as they are shown
 * @param ringed the points to ring, of all panels
 * @param range the range of the metric
 */
record SweepPanel(
        ChartTheme theme,
        String learner,
        List<List<SweepPoint>> lines,
        int choice,
        double[] values,
        List<Tick> ticks,
        Set<SweepPoint> ringed,
        AxisRange range)
        implements Panel {
    static final int MAX_LINES = 9;
    private static final double RATIO_ON_LOGARITHMIC_AXIS = 50;
    private static final double AIR = 1.15;
    private static final double DOT = 2.2;
    private static final double RING = 5.5;
    private static final BasicStroke LINE = new BasicStroke(1.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

    static Figure figure(ChartTheme theme, Results results, BestPoints best) {
        int choice = best.axes().get(0).condition() ? 1 : 0;
        SweptAxis axis = best.axes().get(choice);
        SweptAxis condition = best.axes().get(1 - choice);
        double[] values = SweepFigure.values(best, choice);
        double[] conditions = SweepFigure.values(best, 1 - choice);
        AxisRange range = range(best.points());
        List<SweepPanel> panels = new ArrayList<>();
        for (String learner :
                best.points().stream().map(SweepPoint::learner).distinct().toList()) {
            List<List<SweepPoint>> lines = DoubleStream.of(conditions)
                    .mapToObj(at -> best.points().stream()
                            .filter(point -> point.learner().equals(learner) && point.value(1 - choice) == at)
                            .sorted(Comparator.comparingDouble(point -> point.value(choice)))
                            .toList())
                    .toList();
            panels.add(new SweepPanel(
                    theme,
                    learner,
                    lines,
                    choice,
                    values,
                    SweepFigure.ticks(theme, axis, values),
                    SweepFigure.ringed(best),
                    range));
        }
        String caption = SweepFigure.atHorizon(best.points(), results)
                + SweepFigure.ringing(best)
                + (range.logarithmic() ? " The axis of " + best.metric().key() + " is logarithmic." : "");
        return new PanelFigure(
                Frame.of(theme, results, caption),
                panels,
                Legend.of(theme, condition.name(), SweepFigure.texts(condition, conditions), (g, line, x, y) -> {
                    g.setColor(theme.ramp(line, conditions.length));
                    g.setStroke(LINE);
                    g.draw(new Line2D.Double(x, y + 8, x + Legend.SWATCH, y + 8));
                }),
                axis.name(),
                SweepFigure.title(best.metric(), results));
    }

    /** Returns the range of all intervals; logarithmic where they are positive and differ much in size. */
    private static AxisRange range(List<SweepPoint> points) {
        double[] ends = points.stream()
                .flatMapToDouble(point -> DoubleStream.of(point.low(), point.high(), point.mean()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double low = ends[0];
        double high = ends[ends.length - 1];
        double air = high > low ? 0.05 * (high - low) : 1;
        return low > 0 && high >= RATIO_ON_LOGARITHMIC_AXIS * low
                ? new AxisRange(low / AIR, high * AIR, true)
                : AxisRange.linear(low - air, high + air);
    }

    @Override
    public TextBlock title(int width) {
        return TextBlock.wrap(learner, theme.panel(), width, 2);
    }

    private AxisRange xRange() {
        return SweepAxis.of(values).range();
    }

    @Override
    public XYChart chart() {
        XYChart chart = ChartTheme.plot();
        xRange().applyToX(chart.getStyler());
        range.applyToY(chart.getStyler());
        double[] level = new double[values.length];
        Arrays.fill(level, range.low());
        PlotSeries.plain(chart.addSeries("\0", values, level));
        return chart;
    }

    @Override
    public Optional<Ticks> xTicks(int pixels) {
        return Optional.of(Ticks.played(xRange(), ticks, pixels, true));
    }

    @Override
    public Ticks yTicks(int pixels) {
        return range.up(theme, pixels);
    }

    @Override
    public void paintOver(Graphics2D g, XYChart chart) {
        for (int line = 0; line < lines.size(); line++) {
            Color colour = theme.ramp(line, lines.size());
            g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 42));
            List<SweepPoint> points = lines.get(line);
            if (points.stream().noneMatch(point -> Double.isNaN(point.low()))) {
                g.fill(path(Stream.concat(
                                points.stream().map(point -> place(chart, point, point.low())),
                                reversed(points).map(point -> place(chart, point, point.high())))
                        .toList()));
            }
        }
        for (int line = 0; line < lines.size(); line++) {
            g.setColor(theme.ramp(line, lines.size()));
            g.setStroke(LINE);
            List<double[]> places = lines.get(line).stream()
                    .map(point -> place(chart, point, point.mean()))
                    .toList();
            g.draw(path(places));
            places.forEach(at -> g.fill(circle(at, DOT)));
        }
        g.setColor(ChartTheme.INK);
        g.setStroke(new BasicStroke(1.4f));
        lines.stream()
                .flatMap(List::stream)
                .filter(ringed::contains)
                .forEach(point -> g.draw(circle(place(chart, point, point.mean()), RING)));
    }

    private static Stream<SweepPoint> reversed(List<SweepPoint> points) {
        return IntStream.range(0, points.size()).mapToObj(i -> points.get(points.size() - 1 - i));
    }

    private double[] place(XYChart chart, SweepPoint point, double value) {
        return new double[] {chart.getScreenXFromChart(point.value(choice)), chart.getScreenYFromChart(value)};
    }

    private static Path2D path(List<double[]> places) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < places.size(); i++) {
            if (i == 0) {
                path.moveTo(places.get(i)[0], places.get(i)[1]);
            } else {
                path.lineTo(places.get(i)[0], places.get(i)[1]);
            }
        }
        return path;
    }

    private static Ellipse2D circle(double[] at, double radius) {
        return new Ellipse2D.Double(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius);
    }
}
