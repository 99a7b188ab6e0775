package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.Series;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One metric of all learners over the steps: a line and a label each, and a 95 % band where the error is known. */
final class CurveFigure implements Figure {
    private static final int PLOT_HEIGHT = 400;
    private static final int AXIS_HEIGHT = 38;

    private final Metric metric;
    private final Frame frame;
    private final StepAxis axis;
    private final List<Curve> curves;
    private final EndLabels labels;
    private final int plotHeight;

    CurveFigure(Results results, Metric metric) {
        List<Series> series = results.series(metric);
        this.metric = metric;
        axis = metric == Metric.REGRET
                ? StepAxis.ofRegret(series)
                : StepAxis.of(series.get(0).steps());
        curves = series.stream().map(s -> Curve.of(s, axis)).toList();
        labels = new EndLabels(curves.stream().map(Curve::label).toList());
        plotHeight = Math.max(PLOT_HEIGHT, labels.height() + AXIS_HEIGHT);
        frame = new Frame(results.question(), caption(series.get(0).repetitions()));
    }

    private String caption(long repetitions) {
        String mean = repetitions == 1 ? "One repetition" : "Mean of " + repetitions + " repetitions";
        if (metric.average()) {
            return "%s; each point averages the latest steps, at least %.0f %% of those so far."
                    .formatted(mean, 100 * Curve.BIN);
        }
        return curves.stream().allMatch(Curve::hasBand) ? mean + "; bands: ± 1.96 standard errors." : mean + ".";
    }

    @Override
    public int width() {
        return House.WIDTH;
    }

    @Override
    public int height() {
        return frame.height(plotHeight);
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        int width = House.WIDTH - 2 * House.MARGIN - labels.width() + 2 * House.PADDING;
        int height = plotHeight + 2 * House.PADDING;
        XYChart chart = chart(width, height);
        int left = House.MARGIN - House.PADDING;
        int top = frame.top() - House.PADDING;
        g.translate(left, top);
        chart.paint(g, width, height);
        double[] ends = new double[curves.size()];
        for (int learner = 0; learner < ends.length; learner++) {
            g.setColor(House.colour(learner));
            g.setStroke(House.stroke(learner));
            g.draw(line(chart, curves.get(learner)));
            ends[learner] = chart.getScreenYFromChart(curves.get(learner).last());
        }
        double bottom = House.PADDING + plotHeight - AXIS_HEIGHT;
        labels.paint(g, chart.getScreenXFromChart(axis.horizon()), ends, House.PADDING, bottom);
        g.translate(-left, -top);
    }

    /** XChart would draw each segment by itself, which spoils dashes and swells files. */
    private static Path2D line(XYChart chart, Curve curve) {
        Path2D line = new Path2D.Double();
        line.moveTo(chart.getScreenXFromChart(curve.x()[0]), chart.getScreenYFromChart(curve.y()[0]));
        for (int i = 1; i < curve.x().length; i++) {
            line.lineTo(chart.getScreenXFromChart(curve.x()[i]), chart.getScreenYFromChart(curve.y()[i]));
        }
        return line;
    }

    /** The plot with its axes and bands; a series per learner, named by its label, holds the line. */
    XYChart chart(int width, int height) {
        XYChart chart = House.plot(width, height);
        chart.setXAxisTitle("step");
        chart.setYAxisTitle(
                switch (metric) {
                    case REGRET -> "cumulative pseudo-regret (reward units)";
                    case REWARD -> "mean reward per step";
                    case OPTIMAL_ACTION -> "optimal action (%)";
                    case SIMPLE_REGRET -> "simple regret of the recommended arm (reward units)";
                    case IDENTIFICATION_ERROR -> "recommended arm is not optimal (%)";
                });
        axis.applyTo(chart.getStyler(), width);
        range(chart.getStyler());
        for (int learner = 0; learner < curves.size(); learner++) {
            addBand(chart, learner);
        }
        for (Curve curve : curves) {
            plain(chart.addSeries(name(curve), curve.x(), curve.y()));
        }
        return chart;
    }

    private void addBand(XYChart chart, int learner) {
        Curve curve = curves.get(learner);
        if (curve.hasBand()) {
            double[][] band = curve.band();
            XYSeries series = plain(chart.addSeries('\0' + name(curve), band[0], band[1]));
            series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
            series.setFillColor(House.veil(learner));
        }
    }

    /** XChart wants a name; a learner's label may be empty. */
    private static String name(Curve curve) {
        return curve.label().isEmpty() ? "\0" : curve.label();
    }

    static XYSeries plain(XYSeries series) {
        series.setLineStyle(SeriesLines.NONE);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    private void range(XYStyler style) {
        double low = curves.stream().mapToDouble(Curve::low).min().orElse(0);
        double high = curves.stream().mapToDouble(Curve::high).max().orElse(1);
        double air = high - low > 1e-9 * Math.abs(high) ? 0.03 * (high - low) : 1;
        if (metric == Metric.REWARD) {
            House.range(style, low - air, high + air);
        } else {
            House.range(style, 0, metric.fraction() && high > 50 ? 100 : Math.max(high, air));
        }
    }
}
