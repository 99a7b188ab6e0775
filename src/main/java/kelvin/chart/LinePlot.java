package kelvin.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kelvin.chart.layout.Axes;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.CurveTable;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import org.knowm.xchart.XYChart;

/** A figure of one plot of lines, with its axes and the labels of the lines. */
final class LinePlot implements Figure {
    private static final int MAX_HEIGHT = 400;
    private static final int MIN_HEIGHT = 120;
    private static final int MAX_TITLED_HEIGHT = 300;
    private static final double ASPECT = 0.62;

    /** Draws the lines. */
    @FunctionalInterface
    interface Lines {
        /** Draws the lines over the painted plot, whose upper left corner is (0, 0), and returns the height of the end of each. */
        double[] paint(Graphics2D g, XYChart chart);
    }

    private final Frame frame;
    private final Axes axes;
    private final CurveLabels labels;
    private final XYChart chart;
    private final Lines lines;
    private final int plotHeight;

    LinePlot(Frame frame, Axes axes, CurveLabels labels, XYChart chart, Lines lines) {
        this.frame = frame;
        this.axes = axes;
        this.labels = labels;
        this.chart = chart;
        this.lines = lines;
        int proportional =
                Math.min(MAX_HEIGHT, (int) (ASPECT * width()) + axes.extraHeight(width() - labels.widthBeside()));
        int usual = Math.max(proportional, Math.min(MAX_TITLED_HEIGHT, axes.titledHeight()));
        plotHeight = frame.body(
                        Math.max(usual, labels.leastHeight()) + labels.heightBelow(),
                        Math.max(MIN_HEIGHT, labels.leastHeight()) + labels.heightBelow())
                - labels.heightBelow();
    }

    private ChartTheme theme() {
        return frame.theme();
    }

    @Override
    public Optional<CurveTable> table() {
        return Optional.of(new CurveTable(
                axes.xTitle(),
                axes.yTitle(),
                axes.x(),
                axes.y(),
                labels.lines().stream().map(StyledCurve::column).toList(),
                labels.lines().stream()
                        .flatMapToDouble(line -> Arrays.stream(line.curve().x()))
                        .distinct()
                        .sorted()
                        .toArray(),
                List.of()));
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public int bodyHeight() {
        return plotHeight + labels.heightBelow();
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        Rectangle2D plot = axes.plot(frame.top(), plotHeight, width() - theme().margin() - labels.widthBeside());
        axes.paintGrid(g, plot);
        g.translate(plot.getX(), plot.getY());
        Shape whole = g.getClip();
        theme().clip(g, plot.getWidth(), plot.getHeight());
        if (chart.getSeriesCollection().stream()
                .anyMatch(series -> series.getYMax() > chart.getStyler().getYAxisMax())) {
            g.clip(new Rectangle2D.Double(0, 0, plot.getWidth(), plot.getHeight()));
        }
        chart.paint(g, (int) plot.getWidth(), (int) plot.getHeight());
        double[] ends = lines.paint(g, chart);
        g.setClip(whole);
        g.translate(-plot.getX(), -plot.getY());
        axes.paint(g, plot);
        labels.paint(g, plot, chart, ends, frame.top() + plotHeight);
    }
}
