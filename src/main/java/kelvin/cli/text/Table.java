package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.contract.Stability;

/** Formats rows in columns: the first left-aligned, the others right-aligned, two spaces between them. */
@Stability(INTERNAL)
public final class Table {
    private static final double MIN_DECIMAL = 1e-4;
    private static final double MAX_DECIMAL = 1e7;

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * Creates a table without rows.
     *
     * @param header the titles of the columns
     */
    public Table(List<String> header) {
        rows.add(header);
    }

    /**
     * Adds a row.
     *
     * @param cells one text per column
     */
    public void row(List<String> cells) {
        rows.add(cells);
    }

    /**
     * Returns the rows.
     *
     * @return the header, then the rows in the order of their adding
     */
    public List<List<String>> rows() {
        return List.copyOf(rows);
    }

    /**
     * Formats a number with at most six decimals, or with an exponent where those do not suffice; the same in every
     * locale.
     *
     * @param x the number
     * @return the text
     */
    public static String number(double x) {
        double size = Math.abs(x);
        if (size == 0) {
            return "0";
        } else if (Double.isInfinite(x)) {
            return x < 0 ? "-∞" : "∞";
        }
        return String.format(Locale.ROOT, size >= MIN_DECIMAL && size < MAX_DECIMAL ? "%.6f" : "%.4e", x);
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String gap = " ".repeat(widths[column] - width(cell));
            line.append(column == 0 ? cell + gap : "  " + gap + cell);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
