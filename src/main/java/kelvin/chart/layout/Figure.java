package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import java.util.Optional;
import kelvin.contract.Stability;

/** A figure that can be painted any number of times, also by several threads at once. */
@Stability(MAY_CHANGE)
public interface Figure {
    /** Returns its frame: theme, title and caption. */
    Frame frame();

    /** Returns the height between title and caption in logical pixels. */
    int bodyHeight();

    /** Returns the width in logical pixels. */
    default int width() {
        return frame().theme().width();
    }

    /** Returns the height in logical pixels. */
    default int height() {
        return frame().height(bodyHeight());
    }

    /** Returns the caption, which is not painted where a page shows it. */
    default String caption() {
        return frame().caption();
    }

    /** Returns the numbers of its curves; empty for a figure of anything else. */
    default Optional<CurveTable> table() {
        return Optional.empty();
    }

    /** Paints into the rectangle (0, 0, width, height), whose background is already white. */
    void paint(Graphics2D g);
}
