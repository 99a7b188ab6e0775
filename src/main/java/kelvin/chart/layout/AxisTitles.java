package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import kelvin.contract.Stability;

/**
 * The axis titles as text elements; XChart would draw them as outlines, which no search finds and every file pays for.
 */
@Stability(MAY_CHANGE)
public final class AxisTitles {
    private AxisTitles() {}

    /** Returns the width of a title on one line. */
    static double width(ChartTheme theme, String title) {
        return line(theme, title).width();
    }

    private static TextBlock line(ChartTheme theme, String title) {
        return TextBlock.wrap(title, theme.label(), Double.MAX_VALUE, 1);
    }

    /** Paints one title centred below the rectangle and one, rotated, centred to the left of it, without its brackets where they do not fit. */
    public static void paint(
            ChartTheme theme, Graphics2D g, String below, String beside, Rectangle2D plot, double left) {
        TextBlock horizontal = TextBlock.wrap(below, theme.label(), theme.width(), 1);
        TextBlock whole = line(theme, beside);
        double room = Math.max(plot.getHeight(), 200);
        TextBlock vertical = whole.width() <= room
                ? whole
                : TextBlock.wrap(beside.replaceFirst(" \\([^()]*\\)$", ""), theme.label(), room, 1);
        g.setColor(ChartTheme.INK);
        horizontal.paint(g, plot.getCenterX() - horizontal.width() / 2, plot.getMaxY() + 2);
        g.translate(plot.getX() - left, plot.getCenterY());
        g.rotate(-Math.PI / 2);
        vertical.paint(g, -vertical.width() / 2, 0);
        g.rotate(Math.PI / 2);
        g.translate(left - plot.getX(), -plot.getCenterY());
    }
}
