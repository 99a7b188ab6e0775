package kelvin.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.AxisRange;
import kelvin.chart.layout.ChangeMarks;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.Legend;
import kelvin.chart.layout.Panel;
import kelvin.chart.layout.PanelFigure;
import kelvin.chart.layout.PlotSeries;
import kelvin.chart.layout.TextBlock;
import kelvin.chart.layout.Ticks;
import kelvin.metric.ContextResults;
import kelvin.metric.Results;
import kelvin.metric.SelectionShares;
import kelvin.metric.StepUnit;
import kelvin.metric.Trace;
import kelvin.report.Remarks;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;

/**
 * A panel of one learner's value estimates over time: a curve per rank, with a band of one standard deviation to either
 * side.
 *
 * @param theme the theme of the figure
 * @param trace its values
 * @param groups the ranks; of several that share a colour the first is shown
 * @param axis the steps
 * @param low the least value shown
 * @param high the largest value shown
 */
record ValuePanel(ChartTheme theme, Trace trace, RankGroups groups, StepAxis axis, double low, double high)
        implements Panel {
    private static final int BAND = 38;

    static Figure figure(ShownLearners shown, List<Trace> traces, String without) {
        Results results = shown.results();
        RankGroups groups = RankGroups.of(traces.get(0).mean()[0].length);
        StepAxis axis = StepAxis.of(shown.theme(), traces.get(0).steps());
        List<Curve> curves = traces.stream()
                .flatMap(trace -> IntStream.range(0, groups.count())
                        .mapToObj(group -> curve(trace, groups.bounds()[group]))
                        .flatMap(Optional::stream))
                .toList();
        double low = curves.stream().mapToDouble(Curve::low).min().orElse(0);
        double high = curves.stream().mapToDouble(Curve::high).max().orElse(1);
        double air = high > low ? 0.04 * (high - low) : 1;
        List<ValuePanel> panels = new ArrayList<>();
        for (Trace trace : traces) {
            panels.add(new ValuePanel(shown.theme(), trace, groups, axis, low - air, high + air));
        }
        ChangeMarks changes = ChangeMarks.of(shown.theme(), axis.range(), results.changes());
        String ranks = groups.count() < traces.get(0).mean()[0].length ? "Some ranks" : "Ranks";
        String caption = "Estimated values"
                + (results.unit() == StepUnit.STEP ? "" : " in the state where the episode begins")
                + ", mean over repetitions"
                + (traces.get(0).repetitions() > 1 ? "; bands: ± one standard deviation of single repetitions" : "")
                + ". " + ranks + " by " + Remarks.ranking(results, " at the start") + "."
                + Remarks.contexts(results)
                + axis.remark(results.unit()) + changes.remark() + without
                + shown.remark();
        return new PanelFigure(
                Frame.of(shown.theme(), results, caption),
                panels,
                legend(shown.theme(), groups, traces.get(0), results.contexts()),
                results.unit().singular(),
                "estimated value (reward units)",
                changes);
    }

    private static Legend legend(ChartTheme theme, RankGroups groups, Trace first, ContextResults contexts) {
        SelectionShares named = new SelectionShares("", first.steps(), first.arms(), first.mean());
        List<String> labels = IntStream.range(0, groups.count())
                .mapToObj(group -> groups.label(group, named, contexts).replaceFirst("–.*", ""))
                .toList();
        return Legend.of(theme, "rank", labels, (g, group, x, y) -> {
            g.setColor(theme.shade(group, groups.count()));
            g.setStroke(theme.stroke(0));
            g.draw(new Line2D.Double(x, y + 8, x + Legend.SWATCH, y + 8));
        });
    }

    /** Returns the curve of a rank at the steps where its value is known. */
    private static Optional<Curve> curve(Trace trace, int rank) {
        int[] known = IntStream.range(0, trace.steps().length)
                .filter(point -> !Double.isNaN(trace.mean()[point][rank]))
                .toArray();
        return known.length == 0 ? Optional.empty() : Optional.of(curve(trace, rank, known));
    }

    private static Curve curve(Trace trace, int rank, int[] known) {
        double[] x = IntStream.of(known).mapToDouble(i -> trace.steps()[i]).toArray();
        double[] y = IntStream.of(known).mapToDouble(i -> trace.mean()[i][rank]).toArray();
        double[] deviations = IntStream.of(known)
                .mapToDouble(i -> trace.standardDeviation()[i][rank])
                .toArray();
        return new Curve("", x, y, Band.around(x, y, deviations));
    }

    @Override
    public TextBlock title(int width) {
        return TextBlock.wrap(trace.learner(), theme.panel(), width, 3);
    }

    @Override
    public XYChart chart() {
        XYChart chart = ChartTheme.plot();
        XYStyler style = chart.getStyler();
        axis.range().applyToX(style);
        AxisRange.linear(low, high).applyToY(style);
        PlotSeries.plain(chart.addSeries("\0", new double[] {axis.horizon()}, new double[] {low}));
        for (int group = groups.count() - 1; group >= 0; group--) {
            int shade = group;
            curve(trace, groups.bounds()[group]).ifPresent(curve -> band(chart, shade, curve));
        }
        return chart;
    }

    @Override
    public Optional<Ticks> xTicks(int pixels) {
        return Optional.of(axis.range().acrossWhole(theme, pixels));
    }

    @Override
    public Ticks yTicks(int pixels) {
        return AxisRange.linear(low, high).up(theme, pixels);
    }

    private void band(XYChart chart, int group, Curve curve) {
        if (curve.band().known()) {
            double[][] band = curve.band().outline();
            XYSeries series = PlotSeries.plain(chart.addSeries(String.valueOf(group), band[0], band[1]));
            series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
            Color line = theme.shade(group, groups.count());
            series.setFillColor(new Color(line.getRed(), line.getGreen(), line.getBlue(), BAND));
        }
    }

    @Override
    public void paintOver(Graphics2D g, XYChart chart) {
        for (int group = groups.count() - 1; group >= 0; group--) {
            g.setColor(theme.shade(group, groups.count()));
            g.setStroke(theme.stroke(0));
            curve(trace, groups.bounds()[group]).ifPresent(curve -> g.draw(curve.path(chart)));
        }
    }
}
