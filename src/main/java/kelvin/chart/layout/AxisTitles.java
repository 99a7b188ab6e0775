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

    /** Returns a title that fits: as it is, without its brackets, or cut. */
    private static TextBlock fitting(ChartTheme theme, String title, double room) {
        TextBlock whole = line(theme, title);
        return whole.width() <= room ? whole : TextBlock.wrap(unbracketed(title), theme.label(), room, 1);
    }

    static String unbracketed(String title) {
        return title.replaceFirst(" \\([^()]*\\)$", "");
    }

    /** Returns the width of a title on one line without its brackets. */
    static double leastWidth(ChartTheme theme, String title) {
        return width(theme, unbracketed(title));
    }

    /** Paints one title centred below the rectangle and one, rotated, centred to the left of it; within the figure, without brackets where they do not fit. */
    public static void paint(
            ChartTheme theme, Graphics2D g, String below, String beside, Rectangle2D plot, double left) {
        double room = theme.width() - 2.0 * theme.margin();
        TextBlock horizontal = fitting(theme, below, room);
        TextBlock vertical = fitting(theme, beside, Math.max(plot.getHeight(), 200));
        g.setColor(ChartTheme.INK);
        double centred = plot.getCenterX() - horizontal.width() / 2;
        double x = Math.max(theme.margin(), Math.min(centred, theme.width() - theme.margin() - horizontal.width()));
        horizontal.paint(g, x, plot.getMaxY() + 2);
        g.translate(plot.getX() - left, plot.getCenterY());
        g.rotate(-Math.PI / 2);
        vertical.paint(g, -vertical.width() / 2, 0);
        g.rotate(Math.PI / 2);
        g.translate(left - plot.getX(), -plot.getCenterY());
    }
}
