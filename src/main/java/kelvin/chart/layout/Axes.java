package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import kelvin.contract.Stability;

/**
 * The axes of a plot with their titles.
 *
 * @param theme the theme of the figure
 * @param x the horizontal range
 * @param whole whether ticks of the horizontal axis are whole numbers
 * @param y the vertical range
 * @param xTitle the title below
 * @param yTitle the title beside
 */
@Stability(MAY_CHANGE)
public record Axes(ChartTheme theme, AxisRange x, boolean whole, AxisRange y, String xTitle, String yTitle) {
    private static final int Y_TITLE = 22;
    private static final int BELOW = Ticks.HEIGHT + 20;

    /**
     * Returns the plot that is left between axes.
     *
     * @param top where it begins
     * @param height its height together with that of the axis below
     * @param right where it ends
     * @return the plot
     */
    public Rectangle2D plot(double top, double height, double right) {
        double left = theme.margin() + Y_TITLE + y.up(theme, height - BELOW).width();
        return new Rectangle2D.Double(left, top, right - left, height - BELOW);
    }

    /** Paints the lines behind the data. */
    public void paintGrid(Graphics2D g, Rectangle2D plot) {
        y.up(theme, plot.getHeight()).paintGrid(g, plot);
    }

    /** Paints axes, ticks and titles. */
    public void paint(Graphics2D g, Rectangle2D plot) {
        double width = plot.getWidth();
        y.up(theme, plot.getHeight()).paintLeft(g, plot);
        (whole ? x.acrossWhole(theme, width) : x.across(theme, width)).paintBelow(g, plot, theme.margin());
        Rectangle2D outer =
                new Rectangle2D.Double(plot.getX(), plot.getY(), plot.getWidth(), plot.getHeight() + Ticks.HEIGHT);
        AxisTitles.paint(theme, g, xTitle, yTitle, outer, plot.getX() - theme.margin());
    }
}
