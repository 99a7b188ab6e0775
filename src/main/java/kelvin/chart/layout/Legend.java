package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import java.util.List;
import kelvin.contract.Stability;

/**
 * The legend of all panels, in one column beside them.
 *
 * @param heading what they tell apart
 * @param labels one each, from the top
 * @param swatches paints the sample of each
 */
@Stability(MAY_CHANGE)
public record Legend(TextBlock heading, List<TextBlock> labels, Swatches swatches) {
    /** The width of a sample in logical pixels. */
    public static final int SWATCH = 26;

    private static final int ROW = 20;
    private static final int MAX_LABEL_PIXELS = 120;

    /** Paints the sample of a label. */
    @FunctionalInterface
    public interface Swatches {
        /** Paints the sample of a label into the rectangle (x, y, {@link #SWATCH}, 16). */
        void paint(Graphics2D g, int label, double x, double y);
    }

    /** Creates a legend. */
    public static Legend of(ChartTheme theme, String heading, List<String> labels, Swatches swatches) {
        List<TextBlock> blocks = labels.stream()
                .map(label -> TextBlock.wrap(label, theme.tick(), MAX_LABEL_PIXELS, 1))
                .toList();
        return new Legend(TextBlock.wrap(heading, theme.panel(), MAX_LABEL_PIXELS, 1), blocks, swatches);
    }

    int width() {
        double text = labels.stream().mapToDouble(TextBlock::width).max().orElse(0);
        return (int) Math.ceil(Math.max(heading.width(), SWATCH + 6 + text));
    }

    int height() {
        return (labels.size() + 1) * ROW;
    }

    /** Paints the labels below (x, y) and the heading above. */
    void paint(Graphics2D g, double x, double y) {
        g.setColor(ChartTheme.INK);
        heading.paint(g, x, y - heading.height() - 3);
        for (int label = 0; label < labels.size(); label++) {
            swatches.paint(g, label, x, y + label * ROW + 1);
            g.setColor(ChartTheme.INK);
            labels.get(label).paint(g, x + SWATCH + 6, y + label * ROW + 1);
        }
    }
}
