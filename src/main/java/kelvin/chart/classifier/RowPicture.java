package kelvin.chart.classifier;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.FeatureGrid;
import kelvin.chart.layout.TextBlock;

/**
 * A row of a table as a picture where its numbers are pixels, the largest the darkest; else as a list of its numbers.
 *
 * @param title the text above
 * @param grid the arrangement of the features
 * @param cells the cells
 * @param width the width in logical pixels
 */
record RowPicture(TextBlock title, FeatureGrid grid, List<String> cells, int width) {
    private static final int MAX_LINES = 8;
    /** The largest number of characters of a number that is shown as the table has it. */
    private static final int MAX_DIGITS = 7;

    private static final double LINE = 17;
    private static final int GAP = 6;

    static RowPicture of(String title, List<String> features, List<String> cells, int width) {
        return new RowPicture(
                TextBlock.wrap(title, ChartTheme.DEFAULT.panel(), width, 2), FeatureGrid.of(features), cells, width);
    }

    private double cell() {
        return Math.min((double) width / grid.columns(), (double) width / grid.rows());
    }

    private int lines() {
        return Math.min(cells.size(), MAX_LINES);
    }

    double height() {
        return title.height() + GAP + (grid.picture() ? grid.rows() * cell() : lines() * LINE);
    }

    void paint(Graphics2D g, double x, double y) {
        g.setColor(ChartTheme.INK);
        title.paint(g, x, y);
        double top = y + title.height() + GAP;
        if (grid.picture()) {
            pixels(g, x, top);
        } else {
            numbers(g, x, top);
        }
    }

    private void pixels(Graphics2D g, double x, double y) {
        double[] values = cells.stream().mapToDouble(RowPicture::number).toArray();
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double size = cell();
        IntStream.range(0, cells.size()).filter(i -> grid.place(i) >= 0).forEach(i -> {
            int grey = (int) Math.round(255 - 225 * (high == low ? 0 : (values[i] - low) / (high - low)));
            int column = grid.place(i) % grid.columns();
            int row = grid.place(i) / grid.columns();
            g.setColor(new Color(grey, grey, grey));
            g.fill(new Rectangle2D.Double(x + column * size, y + row * size, size + 0.3, size + 0.3));
        });
        g.setColor(ChartTheme.AXIS);
        g.setStroke(new BasicStroke(0.8f));
        g.draw(new Rectangle2D.Double(x, y, grid.columns() * size, grid.rows() * size));
    }

    private void numbers(Graphics2D g, double x, double y) {
        g.setColor(ChartTheme.INK);
        for (int i = 0; i < lines(); i++) {
            boolean more = i == MAX_LINES - 1 && cells.size() > MAX_LINES;
            String text = more ? "… " + (cells.size() - i) + " more" : line(i);
            TextBlock.wrap(text, ChartTheme.DEFAULT.tick(), width, 1).paint(g, x, y + i * LINE);
        }
    }

    /** Returns a feature with its value, for which a long name makes room. */
    private String line(int i) {
        String value = TextBlock.middle(shown(cells.get(i)), ChartTheme.DEFAULT.tick(), width / 2.0)
                .lines()
                .get(0);
        double room = width
                - TextBlock.wrap(" " + value + " .", ChartTheme.DEFAULT.tick(), width, 1)
                        .width();
        return TextBlock.middle(grid.names().get(i), ChartTheme.DEFAULT.tick(), room)
                        .lines()
                        .get(0) + " " + value;
    }

    /** Returns a number of many digits in four, with a true minus. */
    private static String shown(String cell) {
        double number = number(cell);
        if (number == 0) {
            return cell;
        }
        String text = cell.length() <= MAX_DIGITS
                ? cell
                : BigDecimal.valueOf(number).round(new MathContext(4)).toString();
        return text.replace('-', '−');
    }

    /** Returns a cell as a number; 0 where it is none. */
    private static double number(String cell) {
        try {
            double number = Double.parseDouble(cell);
            return Double.isFinite(number) ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
