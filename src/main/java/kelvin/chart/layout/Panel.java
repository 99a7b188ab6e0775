package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import kelvin.contract.Stability;
import org.knowm.xchart.XYChart;

/** A panel: one of several small plots that share their axes. */
@Stability(MAY_CHANGE)
public interface Panel {
    /** The largest length by which a tick label reaches beyond the ends of its panel, in logical pixels. */
    int REACH = 12;

    /** Returns the theme of the figure. */
    ChartTheme theme();

    /** Returns its title, wrapped to a width. */
    TextBlock title(int width);

    /** Returns the plot. */
    XYChart chart();

    /** Returns the ticks of the horizontal axis of that width; empty where it has none. */
    Optional<Ticks> xTicks(int width);

    /** Returns the ticks of the vertical axis of that height. */
    Ticks yTicks(int height);

    /** Returns whether lines across the plot show the ticks of the vertical axis. */
    default boolean hasGrid() {
        return true;
    }

    /** Paints the marks that XChart cannot draw over the painted plot, whose upper left corner is (0, 0). */
    default void paintOver(Graphics2D g, XYChart chart) {}

    /**
     * Paints a plot of that inner size at (x, y); the leftmost of a row has numbers on its vertical axis, the lowest of a
     * column on its horizontal one.
     */
    default void paint(Graphics2D g, double x, double y, int width, int height, boolean left, boolean below) {
        TextBlock title = title(width);
        g.setColor(ChartTheme.INK);
        title.paint(g, x, y - title.height() - 3);
        Rectangle2D plot = new Rectangle2D.Double(x, y, width, height);
        Ticks beside = yTicks(height);
        if (hasGrid()) {
            beside.paintGrid(g, plot);
        }
        XYChart chart = chart();
        g.translate(x, y);
        Shape whole = g.getClip();
        theme().clip(g, width, height);
        chart.paint(g, width, height);
        paintOver(g, chart);
        g.setClip(whole);
        g.translate(-x, -y);
        if (left) {
            beside.paintLeft(g, plot);
        }
        xTicks(width).filter(ticks -> below).ifPresent(ticks -> ticks.paintBelow(g, plot, REACH));
    }
}
