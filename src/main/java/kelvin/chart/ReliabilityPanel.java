package kelvin.chart;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
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
import kelvin.contract.Stability;
import kelvin.metric.ReliabilityBin;
import kelvin.metric.Results;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/**
 * A panel of one learner's reliability: what it predicted against what was true, a dot per bin on, above or below the diagonal.
 *
 * @param theme the theme of the figure
 * @param learner the learner's label
 * @param bins its bins
 */
@Stability(MAY_CHANGE)
public record ReliabilityPanel(ChartTheme theme, String learner, List<ReliabilityBin> bins) implements Panel {
    private static final double[] LEGEND_SHARES = {0.5, 0.1, 0.01};
    /** The room of the axes beyond 0 and 1, for dots and for predictions outside. */
    private static final double AIR = 0.16;

    private static final AxisRange X_RANGE = AxisRange.linear(-AIR, 1 + AIR);
    private static final AxisRange Y_RANGE = AxisRange.linear(-AIR / 2, 1 + AIR / 2);

    private static final double MAX_RADIUS = 11;
    private static final double MIN_RADIUS = 1.5;

    static Figure figure(ShownLearners shown) {
        Results results = shown.results();
        String caption =
                "Predicted reward of every arm at the traced steps, in ten bins, against the mean of its true expected"
                        + " rewards, over all repetitions. The first and the last bin hold all predictions below 0.1 and above 0.9; dots"
                        + " further than 0.08 outside 0 to 1 are drawn at that distance. On the line predictions are right on average; below it they promise too much."
                        + shown.remark();
        return figure(
                Frame.of(shown.theme(), results, caption),
                results.contexts().reliability(),
                "predicted reward",
                "true expected reward");
    }

    /**
     * Returns a figure with a panel for each learner or classifier of some bins.
     *
     * @param frame title and caption
     * @param all the bins
     * @param xTitle names what was predicted
     * @param yTitle names what was true
     * @return the figure
     */
    public static Figure figure(Frame frame, List<ReliabilityBin> all, String xTitle, String yTitle) {
        List<ReliabilityPanel> panels = all.stream()
                .map(ReliabilityBin::learner)
                .distinct()
                .map(learner -> new ReliabilityPanel(
                        frame.theme(),
                        learner,
                        all.stream()
                                .filter(bin -> bin.learner().equals(learner))
                                .toList()))
                .toList();
        Legend legend = Legend.of(frame.theme(), "predictions", List.of("half", "10 %", "1 %"), (g, label, x, y) -> {
            g.setColor(frame.theme().colour(0));
            g.fill(dot(x + Legend.SWATCH / 2.0, y + 8, LEGEND_SHARES[label]));
        });
        return new PanelFigure(frame, panels, legend, xTitle, yTitle);
    }

    private static Ellipse2D dot(double x, double y, double share) {
        double r = Math.max(MIN_RADIUS, MAX_RADIUS * Math.sqrt(share));
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }

    @Override
    public TextBlock title(int width) {
        return TextBlock.wrap(learner, theme.panel(), width, 2);
    }

    /** Returns the plot, whose one series is the bins. */
    @Override
    public XYChart chart() {
        XYChart chart = ChartTheme.plot();
        XYStyler style = chart.getStyler();
        X_RANGE.applyToX(style);
        Y_RANGE.applyToY(style);
        PlotSeries.plain(chart.addSeries("bins", column(true), column(false)));
        return chart;
    }

    @Override
    public Optional<Ticks> xTicks(int pixels) {
        return Optional.of(X_RANGE.across(theme, pixels));
    }

    @Override
    public Ticks yTicks(int pixels) {
        return Y_RANGE.up(theme, pixels);
    }

    private double[] column(boolean predicted) {
        return bins.stream()
                .mapToDouble(
                        bin -> Math.max(-AIR / 2, Math.min(1 + AIR / 2, predicted ? bin.predicted() : bin.actual())))
                .toArray();
    }

    @Override
    public void paintOver(Graphics2D g, XYChart chart) {
        g.setColor(theme.colour(ChartTheme.REFERENCE));
        g.setStroke(theme.stroke(ChartTheme.REFERENCE));
        g.draw(new Line2D.Double(
                chart.getScreenXFromChart(0),
                chart.getScreenYFromChart(0),
                chart.getScreenXFromChart(1),
                chart.getScreenYFromChart(1)));
        double[] x = column(true);
        double[] y = column(false);
        g.setColor(theme.colour(0));
        for (int i = 0; i < x.length; i++) {
            g.fill(dot(
                    chart.getScreenXFromChart(x[i]),
                    chart.getScreenYFromChart(y[i]),
                    bins.get(i).share()));
        }
    }
}
