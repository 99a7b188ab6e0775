package kelvin.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import kelvin.metric.Metric;
import kelvin.metric.RegretSpread;
import kelvin.metric.Results;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;

/**
 * A panel of the spread of one learner's regret over time: two quantile bands around the median.
 *
 * @param theme the theme of the figure
 * @param spread the quantiles
 * @param look the learner's colour
 * @param axis the steps
 * @param top the largest regret shown
 */
record FanPanel(ChartTheme theme, RegretSpread spread, int look, StepAxis axis, double top) implements Panel {
    private static final int MEDIAN = 2;

    static Figure figure(ShownLearners shown) {
        Results results = shown.results();
        List<RegretSpread> spreads = results.spreads();
        long[] reported = results.series(Metric.REGRET).get(0).steps();
        StepAxis axis = StepAxis.of(shown.theme(), reported);
        double top = spreads.stream()
                .flatMap(spread -> Arrays.stream(spread.quantiles()))
                .mapToDouble(q -> q[q.length - 1])
                .max()
                .orElse(1);
        List<FanPanel> panels = new ArrayList<>();
        for (RegretSpread spread : spreads) {
            panels.add(new FanPanel(shown.theme(), spread, shown.look(spread.learner()), axis, top > 0 ? top : 1));
        }
        Legend legend = Legend.of(
                shown.theme(),
                "repetitions",
                List.of("90 % of them", "50 %", "median"),
                (g, label, x, y) -> swatch(shown.theme(), g, label, x, y));
        ChangeMarks changes = ChangeMarks.of(shown.theme(), axis.range(), results.changes());
        boolean some = spreads.get(0).steps().length < reported.length;
        String caption = "Quantiles of regret over repetitions: 5 to 95 %, 25 to 75 %, and the median"
                + (some ? ", at some " + results.unit().plural() + ", straight between them." : ".") + changes.remark()
                + shown.remark();
        return new PanelFigure(
                Frame.of(shown.theme(), results, caption),
                panels,
                legend,
                results.unit().singular(),
                "regret (reward units)",
                changes);
    }

    private static void swatch(ChartTheme theme, Graphics2D g, int label, double x, double y) {
        if (label == MEDIAN) {
            g.setColor(ChartTheme.INK);
            g.setStroke(theme.stroke(0));
            g.draw(new Line2D.Double(x, y + 8, x + Legend.SWATCH, y + 8));
        } else {
            g.setColor(grey(label == 0 ? 50 : 130));
            g.fill(new Rectangle2D.Double(x, y, Legend.SWATCH, 16));
        }
    }

    private static Color grey(int alpha) {
        return new Color(ChartTheme.FAINT.getRed(), ChartTheme.FAINT.getGreen(), ChartTheme.FAINT.getBlue(), alpha);
    }

    @Override
    public TextBlock title(int width) {
        return TextBlock.wrap(spread.learner(), theme.panel(), width, 3);
    }

    @Override
    public XYChart chart() {
        XYChart chart = ChartTheme.plot();
        XYStyler style = chart.getStyler();
        axis.range().applyToX(style);
        yRange().applyToY(style);
        band(chart, "outer", 0, 4, 50);
        band(chart, "inner", 1, 3, 110);
        return chart;
    }

    @Override
    public Optional<Ticks> xTicks(int pixels) {
        return Optional.of(axis.range().acrossWhole(theme, pixels));
    }

    @Override
    public Ticks yTicks(int pixels) {
        return yRange().up(theme, pixels);
    }

    private AxisRange yRange() {
        return AxisRange.linear(0, top * 1.02);
    }

    private void band(XYChart chart, String name, int low, int high, int alpha) {
        int n = spread.steps().length;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = x[2 * n - 1 - i] = spread.steps()[i];
            y[i] = spread.quantiles()[i][high];
            y[2 * n - 1 - i] = spread.quantiles()[i][low];
        }
        XYSeries series = PlotSeries.plain(chart.addSeries(name, x, y));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        Color line = theme.colour(look);
        series.setFillColor(new Color(line.getRed(), line.getGreen(), line.getBlue(), alpha));
    }

    @Override
    public void paintOver(Graphics2D g, XYChart chart) {
        Path2D median = new Path2D.Double();
        for (int i = 0; i < spread.steps().length; i++) {
            double x = chart.getScreenXFromChart(spread.steps()[i]);
            double y = chart.getScreenYFromChart(spread.quantiles()[i][MEDIAN]);
            if (i == 0) {
                median.moveTo(x, y);
            } else {
                median.lineTo(x, y);
            }
        }
        g.setColor(theme.colour(look));
        g.setStroke(theme.stroke(0));
        g.draw(median);
    }
}
