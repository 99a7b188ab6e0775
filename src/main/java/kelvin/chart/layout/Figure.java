package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import kelvin.contract.Stability;

/** A picture that can be painted any number of times, also by several threads at once. */
@Stability(MAY_CHANGE)
public interface Figure {
    /** Width in logical pixels. */
    int width();

    /** Height in logical pixels. */
    int height();

    /** Paints into the rectangle (0, 0, width, height), whose ground is already white. */
    void paint(Graphics2D g);
}
