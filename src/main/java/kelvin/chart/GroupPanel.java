package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.Legend;
import kelvin.chart.layout.Panel;
import kelvin.chart.layout.PanelFigure;
import kelvin.chart.layout.TextBlock;
import kelvin.metric.GroupRegret;
import kelvin.metric.Results;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/**
 * A panel of one learner's regret by group of contexts: a bar per group, as high as what a decision in it loses.
 *
 * @param learner the learner's label
 * @param groups its groups
 * @param top the highest bar of all learners
 */
record GroupPanel(String learner, List<GroupRegret> groups, double top) implements Panel {
    private static final double BAR = 0.8;

    private static final int MAX_COLOURS = 8;

    /** The normal quantile of a 95 % interval. */
    private static final double QUANTILE = 1.96;

    static Figure figure(ShownLearners shown) {
        Results results = shown.results();
        List<GroupRegret> all = results.contexts().groups();
        double top = all.stream().mapToDouble(GroupPanel::perDecision).max().orElse(0);
        List<GroupPanel> panels = all.stream()
                .map(GroupRegret::learner)
                .distinct()
                .map(learner -> new GroupPanel(
                        learner,
                        all.stream()
                                .filter(group -> group.learner().equals(learner))
                                .toList(),
                        top > 0 ? top : 1))
                .toList();
        String caption =
                "Regret of an average decision, by group of contexts, over all steps and repetitions; lines are 95 %"
                        + " intervals of the mean." + shown.remark();
        Legend legend = Legend.of(
                "contexts",
                panels.get(0).groups.stream().map(GroupRegret::group).toList(),
                (g, label, x, y) -> {
                    g.setColor(colour(label, panels.get(0).groups.size()));
                    g.fill(new Rectangle2D.Double(x + Legend.SWATCH - 16, y, 16, 16));
                });
        return new PanelFigure(Frame.of(results, caption), panels, legend, "group of contexts", "regret per decision");
    }

    /** Returns the colour of a group: the learners' colours, or, where they are too few, shades in the order of the groups. */
    private static Color colour(int group, int groups) {
        return groups <= MAX_COLOURS ? ChartTheme.colour(group) : ChartTheme.shade(group, groups);
    }

    /** Returns the regret of an average decision; 0 where no context was of the group. */
    private static double perDecision(GroupRegret group) {
        return group.decisions() > 0 ? group.regret() / group.decisions() : 0;
    }

    @Override
    public TextBlock title(int width) {
        return TextBlock.wrap(learner, ChartTheme.PANEL, width, 2);
    }

    @Override
    public int labelWidth() {
        return 40;
    }

    /** Returns the plot, whose one series is the tops of the bars. */
    @Override
    public XYChart chart(int width, boolean left, boolean below) {
        XYChart chart = ChartTheme.plot(width, width);
        XYStyler style = chart.getStyler();
        style.setPlotContentSize(1);
        style.setXAxisMin(-0.5).setXAxisMax(groups.size() - 0.5).setXAxisTicksVisible(false);
        ChartTheme.range(style, -0.0001 * top, 1.08 * top);
        style.setYAxisTicksVisible(left).setYAxisLeftWidthHint(left ? ChartTheme.PADDING + labelWidth() : 0);
        double[] places = new double[groups.size()];
        double[] tops = new double[groups.size()];
        for (int i = 0; i < tops.length; i++) {
            places[i] = i;
            tops[i] = perDecision(groups.get(i));
        }
        CurveFigure.plain(chart.addSeries("regret", places, tops));
        return chart;
    }

    /** Paints no ticks below: the legend names the bars. */
    @Override
    public void paint(Graphics2D g, double x, double y, int width, int height, boolean left, boolean below) {
        Panel.super.paint(g, x, y, width, height, left, false);
    }

    @Override
    public void paintOver(Graphics2D g, XYChart chart) {
        double bottom = chart.getScreenYFromChart(0);
        for (int i = 0; i < groups.size(); i++) {
            double left = chart.getScreenXFromChart(i - BAR / 2);
            double right = chart.getScreenXFromChart(i + BAR / 2);
            double high = chart.getScreenYFromChart(perDecision(groups.get(i)));
            g.setColor(colour(i, groups.size()));
            g.fill(new Rectangle2D.Double(left, high, right - left, bottom - high));
            whisker(g, chart, groups.get(i), (left + right) / 2);
        }
    }

    private void whisker(Graphics2D g, XYChart chart, GroupRegret group, double x) {
        double half = QUANTILE * group.standardError() / group.decisions();
        if (half > 0) {
            double low = chart.getScreenYFromChart(Math.max(0, perDecision(group) - half));
            double high = chart.getScreenYFromChart(Math.min(1.08 * top, perDecision(group) + half));
            g.setColor(ChartTheme.INK);
            g.setStroke(new BasicStroke(1.2f));
            g.draw(new Line2D.Double(x, low, x, high));
        }
    }
}
