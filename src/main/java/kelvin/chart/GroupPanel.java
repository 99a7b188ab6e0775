package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
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
import kelvin.metric.GroupRegret;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/**
 * A panel of one learner's regret by group of contexts: a bar per group, as high as what a decision in it loses.
 *
 * @param theme the theme of the figure
 * @param learner the learner's label
 * @param groups its groups
 * @param low where the axis begins, below 0
 * @param high where it ends, above 0
 * @param student half the length of an interval in standard errors; {@code NaN} where none is known
 */
record GroupPanel(ChartTheme theme, String learner, List<GroupRegret> groups, double low, double high, double student)
        implements Panel {
    private static final double BAR = 0.8;

    private static final int MAX_COLOURS = 8;

    static Figure figure(ShownLearners shown) {
        Results results = shown.results();
        MetricCurve first = results.series().get(0);
        List<GroupPanel> panels =
                of(shown.theme(), results.contexts().groups(), first.looks().student(first.repetitions()));
        String caption =
                "Regret of an average decision, by group of contexts, over all steps and repetitions; lines are Student's"
                        + " 95 % intervals of the mean." + shown.remark();
        Legend legend = Legend.of(
                shown.theme(),
                "contexts",
                panels.get(0).groups.stream().map(GroupRegret::group).toList(),
                (g, label, x, y) -> {
                    g.setColor(colour(shown.theme(), label, panels.get(0).groups.size()));
                    g.fill(new Rectangle2D.Double(x + Legend.SWATCH - 16, y, 16, 16));
                });
        return new PanelFigure(
                Frame.of(shown.theme(), results, caption), panels, legend, "group of contexts", "regret per decision");
    }

    /** Returns a panel per learner, with one axis for all, in which every interval has room; it goes below 0 where regret does. */
    static List<GroupPanel> of(ChartTheme theme, List<GroupRegret> all, double student) {
        boolean negative = all.stream().anyMatch(each -> perDecision(each) < 0);
        double low = all.stream()
                .mapToDouble(each -> negative ? perDecision(each) - half(each, student) : 0)
                .min()
                .orElse(0);
        double high = all.stream()
                .mapToDouble(each -> Math.max(0, perDecision(each) + half(each, student)))
                .max()
                .orElse(0);
        double end = high > low ? high + 0.04 * (high - low) : 1;
        double begin = negative ? low - 0.04 * (high - low) : -0.0001 * end;
        return all.stream()
                .map(GroupRegret::learner)
                .distinct()
                .map(learner -> new GroupPanel(
                        theme,
                        learner,
                        all.stream()
                                .filter(group -> group.learner().equals(learner))
                                .toList(),
                        begin,
                        end,
                        student))
                .toList();
    }

    /** Returns the colour of a group: the learners' colours, or, where they are too few, shades in the order of the groups. */
    private static Color colour(ChartTheme theme, int group, int groups) {
        return groups <= MAX_COLOURS ? theme.colour(group) : theme.shade(group, groups);
    }

    /** Returns the regret of an average decision; 0 where no context was of the group. */
    private static double perDecision(GroupRegret group) {
        return group.decisions() > 0 ? group.regret() / group.decisions() : 0;
    }

    /** Returns half the length of the interval; 0 where none is known. */
    private static double half(GroupRegret group, double student) {
        double half = student * group.standardError() / group.decisions();
        return Double.isFinite(half) ? half : 0;
    }

    @Override
    public TextBlock title(int width) {
        return TextBlock.wrap(learner, theme.panel(), width, 2);
    }

    /** Returns the plot, whose one series is the tops of the bars. */
    @Override
    public XYChart chart() {
        XYChart chart = ChartTheme.plot();
        XYStyler style = chart.getStyler();
        AxisRange.linear(-0.5, groups.size() - 0.5).applyToX(style);
        AxisRange.linear(low, high).applyToY(style);
        double[] places = new double[groups.size()];
        double[] tops = new double[groups.size()];
        for (int i = 0; i < tops.length; i++) {
            places[i] = i;
            tops[i] = perDecision(groups.get(i));
        }
        PlotSeries.plain(chart.addSeries("regret", places, tops));
        return chart;
    }

    /** Returns none: the legend names the bars. */
    @Override
    public Optional<Ticks> xTicks(int pixels) {
        return Optional.empty();
    }

    @Override
    public Ticks yTicks(int pixels) {
        return AxisRange.linear(low, high).up(theme, pixels);
    }

    @Override
    public void paintOver(Graphics2D g, XYChart chart) {
        for (int i = 0; i < groups.size(); i++) {
            Rectangle2D bar = bar(chart, i);
            g.setColor(colour(theme, i, groups.size()));
            g.fill(bar);
            whisker(g, chart, groups.get(i), bar.getCenterX());
        }
    }

    /** Returns the bar of a group in a painted plot: from 0 up, or down where regret is negative. */
    Rectangle2D bar(XYChart chart, int group) {
        double left = chart.getScreenXFromChart(group - BAR / 2);
        double right = chart.getScreenXFromChart(group + BAR / 2);
        double zero = chart.getScreenYFromChart(0);
        double tip = chart.getScreenYFromChart(perDecision(groups.get(group)));
        return new Rectangle2D.Double(left, Math.min(tip, zero), right - left, Math.abs(zero - tip));
    }

    private void whisker(Graphics2D g, XYChart chart, GroupRegret group, double x) {
        double half = half(group, student);
        if (half > 0) {
            double from = chart.getScreenYFromChart(Math.max(low, perDecision(group) - half));
            double to = chart.getScreenYFromChart(perDecision(group) + half);
            g.setColor(ChartTheme.INK);
            g.setStroke(new BasicStroke(1.2f));
            g.draw(new Line2D.Double(x, from, x, to));
        }
    }
}
