package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import kelvin.contract.Stability;
import org.knowm.xchart.XYChart;

/** A panel: one of several small plots that share their axes. */
@Stability(MAY_CHANGE)
public interface Panel {
    /** The height of a tick label in logical pixels. */
    int LABEL_HEIGHT = 18;

    /** Returns its title, wrapped to a width. */
    TextBlock title(int width);

    /**
     * Returns the plot; the leftmost of a row has numbers on its vertical axis, the lowest of a column on its
     * horizontal one.
     */
    XYChart chart(int width, boolean left, boolean below);

    /** Returns the width that the numbers on the vertical axis need. */
    int labelWidth();

    /** Paints the marks that XChart cannot draw over the painted plot. */
    default void paintOver(Graphics2D g, XYChart chart) {}

    /** Paints a plot of that inner size at (x, y), with tick labels outside of it where asked for. */
    default void paint(Graphics2D g, double x, double y, int width, int height, boolean left, boolean below) {
        TextBlock title = title(width);
        g.setColor(ChartTheme.INK);
        title.paint(g, x, y - title.height() - 3);
        int leftWidth = ChartTheme.PADDING + (left ? labelWidth() : 0);
        int belowHeight = ChartTheme.PADDING + (below ? LABEL_HEIGHT : 0);
        XYChart chart = chart(width, left, below);
        g.translate(x - leftWidth, y - ChartTheme.PADDING);
        chart.paint(g, leftWidth + width + ChartTheme.PADDING, ChartTheme.PADDING + height + belowHeight);
        paintOver(g, chart);
        g.translate(leftWidth - x, ChartTheme.PADDING - y);
    }
}
