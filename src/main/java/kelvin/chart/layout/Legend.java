package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import kelvin.contract.Stability;

/**
 * The legend of a figure: a column beside its panels or rows below them.
 *
 * @param heading what they tell apart; may be empty
 * @param labels one each, from the top
 * @param upwards whether the first label is the lowest of a column, as areas are stacked
 * @param swatches paints the sample of each
 */
@Stability(MAY_CHANGE)
public record Legend(TextBlock heading, List<TextBlock> labels, boolean upwards, Swatches swatches) {
    /** The width of a sample in logical pixels. */
    public static final int SWATCH = 26;

    /** The height of a row in logical pixels. */
    static final int ROW = 20;

    private static final int SPACE = 6;
    private static final int GAP = 16;
    private static final int MAX_LABEL_PIXELS = 120;

    /** Paints the sample of a label. */
    @FunctionalInterface
    public interface Swatches {
        /** Paints the sample of a label into the rectangle (x, y, {@link #SWATCH}, 16). */
        void paint(Graphics2D g, int label, double x, double y);
    }

    /** Creates a legend of short labels. */
    public static Legend of(ChartTheme theme, String heading, List<String> labels, Swatches swatches) {
        return of(theme, heading, labels, MAX_LABEL_PIXELS, swatches);
    }

    /** Creates a legend of labels of at most that width. */
    public static Legend of(ChartTheme theme, String heading, List<String> labels, double most, Swatches swatches) {
        List<TextBlock> blocks = labels.stream()
                .map(label -> TextBlock.wrap(label, theme.tick(), most, 1))
                .toList();
        return new Legend(TextBlock.wrap(heading, theme.panel(), most, 1), blocks, false, swatches);
    }

    /** Returns a legend whose first label is the lowest of a column. */
    public Legend stacked() {
        return new Legend(heading, labels, true, swatches);
    }

    /** Returns the width of the column. */
    public int width() {
        double text = labels.stream().mapToDouble(TextBlock::width).max().orElse(0);
        return (int) Math.ceil(Math.max(heading.width(), SWATCH + SPACE + text));
    }

    /** Returns the height of the column with its heading. */
    public int height() {
        return (labels.size() + 1) * ROW;
    }

    /** Paints the labels in a column below (x, y) and the heading above. */
    public void paint(Graphics2D g, double x, double y) {
        g.setColor(ChartTheme.INK);
        heading.paint(g, x, y - heading.height() - 3);
        for (int label = 0; label < labels.size(); label++) {
            paint(g, label, x, y + (upwards ? labels.size() - 1 - label : label) * ROW);
        }
    }

    private void paint(Graphics2D g, int label, double x, double y) {
        swatches.paint(g, label, x, y + 1);
        g.setColor(ChartTheme.INK);
        labels.get(label).paint(g, x + SWATCH + SPACE, y + 1);
    }

    /** Returns the height of the rows into which the labels are broken at that width. */
    public int heightBelow(double width) {
        return rows(width).size() * ROW;
    }

    /** Paints heading and labels in rows of that width, below (x, y). */
    public void paintBelow(Graphics2D g, double x, double y, double width) {
        List<List<Integer>> rows = rows(width);
        g.setColor(ChartTheme.INK);
        heading.paint(g, x, y + 1);
        for (int row = 0; row < rows.size(); row++) {
            double left = x + indent();
            for (int label : rows.get(row)) {
                paint(g, label, left, y + row * ROW);
                left += room(label);
            }
        }
    }

    private double indent() {
        return heading.width() == 0 ? 0 : heading.width() + GAP / 2.0;
    }

    private double room(int label) {
        return SWATCH + SPACE + labels.get(label).width() + GAP;
    }

    private List<List<Integer>> rows(double width) {
        List<List<Integer>> rows = new ArrayList<>();
        double right = Double.POSITIVE_INFINITY;
        for (int label = 0; label < labels.size(); label++) {
            if (right + room(label) - GAP > width) {
                rows.add(new ArrayList<>());
                right = indent();
            }
            rows.get(rows.size() - 1).add(label);
            right += room(label);
        }
        return rows;
    }
}
