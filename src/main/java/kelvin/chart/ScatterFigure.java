package kelvin.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.DoubleStream;
import kelvin.chart.Scatter.Plot;
import kelvin.chart.layout.AxisRange;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.layout.Frame;
import kelvin.chart.layout.TextBlock;
import kelvin.chart.layout.Ticks;

/**
 * A figure of square scatter plots side by side, each with one range on both axes, slightly wider than that of the true
 * values.
 */
final class ScatterFigure implements Figure {
    private static final int GAP = 62;
    private static final int TITLE = 26;
    private static final int AXIS_TITLE = 24;
    private static final int LABELS = 18;
    private static final int MAX_PLOT_PIXELS = 300;
    private static final double DOT = 2.8;
    private static final BasicStroke DASHED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0);

    private final Scatter scatter;
    private final ChartTheme theme;
    private final Frame frame;
    private final int side;

    ScatterFigure(ChartTheme theme, Scatter scatter) {
        this.theme = theme;
        this.scatter = scatter;
        frame = new Frame(theme, scatter.title(), scatter.caption());
        int room = theme.width() - 2 * theme.margin() - AXIS_TITLE;
        side = Math.min(MAX_PLOT_PIXELS, room / scatter.plots().size() - GAP);
    }

    @Override
    public Frame frame() {
        return frame;
    }

    @Override
    public int bodyHeight() {
        return TITLE + side + LABELS + AXIS_TITLE;
    }

    @Override
    public void paint(Graphics2D g) {
        frame.paint(g, height());
        int top = frame.top() + TITLE;
        for (int i = 0; i < scatter.plots().size(); i++) {
            int left = theme.margin() + AXIS_TITLE + GAP + i * (side + GAP);
            TextBlock title = TextBlock.wrap(scatter.plots().get(i).title(), theme.panel(), side, 1);
            TextBlock below = TextBlock.wrap(scatter.xTitle(), theme.label(), side, 1);
            g.setColor(ChartTheme.INK);
            title.paint(g, left, top - title.height() - 4);
            below.paint(g, left + (side - below.width()) / 2, top + side + LABELS + 2);
            paint(g, scatter.plots().get(i), left, top);
        }
        TextBlock beside = TextBlock.wrap(scatter.yTitle(), theme.label(), side, 1);
        g.setColor(ChartTheme.INK);
        double middle = top + (side + beside.width()) / 2;
        g.translate(theme.margin(), middle);
        g.rotate(-Math.PI / 2);
        beside.paint(g, 0, 0);
        g.rotate(Math.PI / 2);
        g.translate(-theme.margin(), -middle);
    }

    /** Returns the range of the true values widened by a tenth; estimates outside of it are drawn at the edge. */
    static double[] range(Plot plot) {
        double low = DoubleStream.of(plot.x()).min().orElse(0);
        double high = DoubleStream.of(plot.x()).max().orElse(1);
        double air = high > low ? 0.1 * (high - low) : 1;
        return new double[] {low - air, high + air};
    }

    private void paint(Graphics2D g, Plot plot, int left, int top) {
        double[] ends = range(plot);
        AxisRange range = AxisRange.linear(ends[0], ends[1]);
        Rectangle2D square = new Rectangle2D.Double(left, top, side, side);
        Ticks up = range.up(theme, side);
        up.paintGrid(g, square);
        up.paintLeft(g, square);
        range.across(theme, side).paintBelow(g, square, GAP / 2.0 - 4);
        g.setColor(ChartTheme.FAINT);
        g.setStroke(DASHED);
        g.draw(new Line2D.Double(left, top + side, left + side, top));
        g.setColor(theme.colour(0));
        for (int i = 0; i < plot.x().length; i++) {
            double px = left + range.place(plot.x()[i]) * side;
            double py = top + side - range.place(Math.min(Math.max(plot.y()[i], ends[0]), ends[1])) * side;
            g.fill(new Ellipse2D.Double(px - DOT, py - DOT, 2 * DOT, 2 * DOT));
        }
    }
}
