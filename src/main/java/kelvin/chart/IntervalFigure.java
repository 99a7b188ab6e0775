package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import kelvin.chart.EstimateIntervals.Row;
import kelvin.chart.layout.AxisRange;
import kelvin.chart.layout.AxisTitles;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.TextBlock;
import kelvin.chart.layout.Ticks;

/**
 * A figure of estimates one below the other; the range of the axis contains the thick lines, thin ones may leave the
 * plot.
 */
final class IntervalFigure implements Figure {
    private static final int ROW_PIXELS = 34;
    private static final int MIN_ROW_PIXELS = 17;
    private static final int AXIS_HEIGHT = Ticks.HEIGHT + 22;
    private static final int MAX_LABEL_PIXELS = 220;
    private static final int GAP = 12;
    private static final double DOT = 4.5;
    private static final BasicStroke THICK = new BasicStroke(5, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final BasicStroke THIN = new BasicStroke(1.4f);
    private static final BasicStroke DASHED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0);

    private final EstimateIntervals intervals;
    private final ChartTheme theme;
    private final Frame frame;
    private final List<TextBlock> labels;
    private final int labelWidth;

    IntervalFigure(ChartTheme theme, EstimateIntervals intervals) {
        this.theme = theme;
        this.intervals = intervals;
        frame = new Frame(theme, intervals.title(), intervals.caption());
        labels = intervals.rows().stream()
                .map(row ->
                        TextBlock.wrap(row.label(), theme.label(), Math.min(MAX_LABEL_PIXELS, 0.35 * theme.width()), 1))
                .toList();
        labelWidth = (int)
                Math.ceil(labels.stream().mapToDouble(TextBlock::width).max().orElse(0));
    }

    private int plotHeight() {
        return frame.body(labels.size() * ROW_PIXELS + AXIS_HEIGHT, labels.size() * MIN_ROW_PIXELS + AXIS_HEIGHT);
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public int bodyHeight() {
        return plotHeight();
    }

    /** Returns the range that contains every estimate with its thick line, and the reference. */
    AxisRange range() {
        double[] thick = intervals.rows().stream()
                .flatMapToDouble(row -> DoubleStream.of(row.value(), row.low(), row.high()))
                .filter(x -> !Double.isNaN(x))
                .toArray();
        double low =
                Math.min(intervals.reference(), DoubleStream.of(thick).min().orElse(0));
        double high =
                Math.max(intervals.reference(), DoubleStream.of(thick).max().orElse(1));
        double air = high > low ? 0.05 * (high - low) : 1;
        return AxisRange.linear(low - air, high + air);
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        double left = theme.margin() + labelWidth + GAP;
        Rectangle2D plot = new Rectangle2D.Double(
                left, frame.top(), theme.width() - 2 * theme.margin() - left, plotHeight() - AXIS_HEIGHT);
        Ticks ticks = range().across(theme, plot.getWidth());
        ticks.paintGridBelow(g, plot);
        ticks.paintBelow(g, plot, theme.margin());
        Rectangle2D outer = new Rectangle2D.Double(left, plot.getY(), plot.getWidth(), plot.getHeight() + Ticks.HEIGHT);
        AxisTitles.paint(theme, g, intervals.xTitle(), "", outer, 0);
        rows(g, plot);
    }

    private void rows(Graphics2D g, Rectangle2D plot) {
        double reference = x(plot, intervals.reference());
        g.setColor(ChartTheme.FAINT);
        g.setStroke(DASHED);
        g.draw(new Line2D.Double(reference, plot.getY(), reference, plot.getMaxY()));
        for (int i = 0; i < labels.size(); i++) {
            double y = plot.getY() + (i + 0.5) * plot.getHeight() / labels.size();
            g.setColor(ChartTheme.INK);
            TextBlock label = labels.get(i);
            label.paint(g, plot.getX() - GAP - label.width(), y - label.height() / 2);
            row(g, plot, intervals.rows().get(i), y);
        }
    }

    private double x(Rectangle2D plot, double value) {
        return plot.getX() + range().place(value) * plot.getWidth();
    }

    private void row(Graphics2D g, Rectangle2D plot, Row row, double y) {
        g.setColor(theme.colour(0));
        line(g, plot, THIN, row.least(), row.most(), y);
        line(g, plot, THICK, row.low(), row.high(), y);
        if (!Double.isNaN(row.value())) {
            double x = x(plot, row.value());
            g.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
        }
    }

    private void line(Graphics2D g, Rectangle2D plot, BasicStroke stroke, double from, double to, double y) {
        if (!Double.isNaN(from) && !Double.isNaN(to)) {
            g.setStroke(stroke);
            double left = x(plot, Math.max(from, range().low()));
            g.draw(new Line2D.Double(left, y, x(plot, Math.min(to, range().high())), y));
        }
    }
}
