package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.axis.StepBins;
import kelvin.chart.layout.AxisRange;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Panel;
import kelvin.chart.layout.PlotSeries;
import kelvin.chart.layout.TextBlock;
import kelvin.chart.layout.Ticks;
import kelvin.metric.ContextResults;
import kelvin.metric.SelectionShares;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;

/**
 * A panel of one learner's selection shares by rank over time: stacked areas, the best rank at the bottom.
 *
 * @param theme the theme of the figure
 * @param selections what the learner chose
 * @param groups the ranks that share an area
 * @param top where the axis ends, in percent: 100, or more where several arms were selected at a step
 * @param changes the steps after which the problem changes
 * @param standing whether shares are of the very step rather than means since the one before
 */
record SelectionPanel(
        ChartTheme theme,
        SelectionShares selections,
        RankGroups groups,
        double top,
        List<Long> changes,
        boolean standing)
        implements Panel {
    /** The share of the steps so far that one point averages over; coarser than for curves, since a panel is small. */
    static final double BIN_SHARE = 0.12;

    /** The tolerance, in percentage points, by which rounding may move the sum of the shares away from 100 %. */
    private static final double TOLERANCE_PERCENT = 0.1;

    private static final double HATCH = 8;
    private static final BasicStroke HATCH_STROKE = new BasicStroke(2);

    /** Returns whether the rest to 100 % is hatched: shares of one arm per step at most, which went to none of the ranks at times. */
    boolean hatched() {
        return !standing && top == 100 && totals(selections, groups).anyMatch(total -> total < 100 - TOLERANCE_PERCENT);
    }

    private static DoubleStream totals(SelectionShares selections, RankGroups groups) {
        return Arrays.stream(selections.frequency()).mapToDouble(each -> groups.cumulated(groups.count() - 1, each));
    }

    @Override
    public TextBlock title(int width) {
        return TextBlock.wrap(selections.learner(), theme.panel(), width, 3);
    }

    /**
     * Returns the plot with one series per group, the worst first: each area reaches down to the axis and the better
     * ones cover it.
     */
    @Override
    public XYChart chart() {
        StepAxis axis = StepAxis.of(theme, selections.steps());
        XYChart chart = ChartTheme.plot();
        XYStyler style = chart.getStyler();
        axis.range().applyToX(style);
        yRange().applyToY(style);
        double[] x = standing ? places(axis) : bins().places(axis);
        for (int group = groups.count() - 1; group >= 0; group--) {
            addArea(chart, group, x, standing ? tops(group) : means(bins(), group));
        }
        return chart;
    }

    @Override
    public void paintOver(Graphics2D g, XYChart chart) {
        if (hatched()) {
            Curve edge = new Curve(
                    "",
                    bins().places(StepAxis.of(theme, selections.steps())),
                    means(bins(), groups.count() - 1),
                    Band.NONE);
            Path2D rest = edge.path(chart);
            rest.lineTo(chart.getWidth(), 0);
            rest.lineTo(0, 0);
            hatch(g, rest, new Rectangle2D.Double(0, 0, chart.getWidth(), chart.getHeight()));
        }
    }

    /** Hatches the part of an area in a box. */
    static void hatch(Graphics2D g, Shape area, Rectangle2D box) {
        Shape whole = g.getClip();
        g.clip(area);
        g.setColor(ChartTheme.GRID);
        g.setStroke(HATCH_STROKE);
        Path2D lines = new Path2D.Double();
        for (double x = box.getX() - box.getHeight(); x < box.getMaxX(); x += HATCH) {
            lines.moveTo(x, box.getMaxY());
            lines.lineTo(x + box.getHeight(), box.getY());
        }
        g.draw(lines);
        g.setClip(whole);
    }

    private StepBins bins() {
        return StepBins.of(selections.steps(), BIN_SHARE, changes);
    }

    @Override
    public Optional<Ticks> xTicks(int pixels) {
        return Optional.of(StepAxis.of(theme, selections.steps()).range().acrossWhole(theme, pixels));
    }

    @Override
    public Ticks yTicks(int pixels) {
        return yRange().up(theme, pixels);
    }

    @Override
    public boolean hasGrid() {
        return false;
    }

    private AxisRange yRange() {
        return AxisRange.linear(0, top);
    }

    /** Returns the x coordinates: the start of the axis, then the steps. */
    private double[] places(StepAxis axis) {
        return DoubleStream.concat(
                        DoubleStream.of(axis.start()),
                        Arrays.stream(selections.steps()).asDoubleStream())
                .toArray();
    }

    private double[] tops(int group) {
        return IntStream.range(-1, selections.steps().length)
                .mapToDouble(i -> top(group, Math.max(i, 0)))
                .toArray();
    }

    private double[] means(StepBins bins, int group) {
        return bins.means(point -> top(group, point));
    }

    private double top(int group, int point) {
        return groups.cumulated(group, selections.frequency()[point]);
    }

    private void addArea(XYChart chart, int group, double[] places, double[] top) {
        int n = places.length;
        double[] x = Arrays.copyOf(places, n + 2);
        double[] y = Arrays.copyOf(top, n + 2);
        x[n] = places[n - 1];
        x[n + 1] = places[0];
        XYSeries area = PlotSeries.plain(chart.addSeries(groups.label(group, selections, ContextResults.NONE), x, y));
        area.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        area.setFillColor(theme.shade(group, groups.count()));
    }

    /** Returns the panels of selection frequency by rank. */
    static List<SelectionPanel> of(ChartTheme theme, List<SelectionShares> selections, List<Long> changes) {
        return of(theme, selections, changes, false);
    }

    /** Returns the panels of one kind of shares. */
    static List<SelectionPanel> of(
            ChartTheme theme, List<SelectionShares> selections, List<Long> changes, boolean standing) {
        RankGroups groups = RankGroups.of(selections.get(0).frequency()[0].length);
        double most = selections.stream()
                .flatMapToDouble(each -> totals(each, groups))
                .max()
                .orElse(100);
        double top = most > 100 + TOLERANCE_PERCENT ? most : 100;
        return selections.stream()
                .map(each -> new SelectionPanel(theme, each, groups, top, changes, standing))
                .toList();
    }
}
