package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import kelvin.chart.layout.Ticks.Tick;
import kelvin.contract.Stability;

/**
 * The axes of a plot with their titles.
 *
 * @param theme the theme of the figure
 * @param x the horizontal range
 * @param whole whether ticks of the horizontal axis are whole numbers
 * @param values the values of the horizontal axis to label; none if its ticks are round numbers
 * @param y the vertical range
 * @param xTitle the title below
 * @param yTitle the title beside
 */
@Stability(MAY_CHANGE)
public record Axes(
        ChartTheme theme, AxisRange x, boolean whole, List<Tick> values, AxisRange y, String xTitle, String yTitle) {
    private static final int Y_TITLE = 22;
    private static final int X_TITLE = 20;

    /** Creates axes with round numbers. */
    public Axes(ChartTheme theme, AxisRange x, boolean whole, AxisRange y, String xTitle, String yTitle) {
        this(theme, x, whole, List.of(), y, xTitle, yTitle);
    }

    private Ticks below(double width) {
        return values.isEmpty()
                ? whole ? x.acrossWhole(theme, width) : x.across(theme, width)
                : Ticks.played(x, values, width, true);
    }

    /**
     * Returns the plot that is left between axes.
     *
     * @param top where it begins
     * @param height its height together with that of the axis below
     * @param right where it ends
     * @return the plot
     */
    public Rectangle2D plot(double top, double height, double right) {
        double left = theme.margin()
                + Y_TITLE
                + y.up(theme, height - Ticks.HEIGHT - X_TITLE).width();
        return new Rectangle2D.Double(
                left, top, right - left, height - below(right - left).height() - X_TITLE);
    }

    /**
     * Returns the height that labels of the horizontal axis take beyond those on one line.
     *
     * @param width the width of the plot, approximately
     * @return logical pixels
     */
    public int extraHeight(double width) {
        return below(width).height() - Ticks.HEIGHT;
    }

    /**
     * Returns the height of a plot and the axis below in which the title beside has room.
     *
     * @return logical pixels
     */
    public int titledHeight() {
        return (int) Math.ceil(AxisTitles.leastWidth(theme, yTitle)) + Ticks.HEIGHT + X_TITLE;
    }

    /** Paints the lines behind the data. */
    public void paintGrid(Graphics2D g, Rectangle2D plot) {
        y.up(theme, plot.getHeight()).paintGrid(g, plot);
    }

    /** Paints axes, ticks and titles. */
    public void paint(Graphics2D g, Rectangle2D plot) {
        y.up(theme, plot.getHeight()).paintLeft(g, plot);
        Ticks below = below(plot.getWidth());
        below.paintBelow(g, plot, theme.margin());
        Rectangle2D outer =
                new Rectangle2D.Double(plot.getX(), plot.getY(), plot.getWidth(), plot.getHeight() + below.height());
        AxisTitles.paint(theme, g, xTitle, yTitle, outer, plot.getX() - theme.margin());
    }
}
