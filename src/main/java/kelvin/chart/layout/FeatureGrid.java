package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kelvin.contract.Stability;

/**
 * The arrangement of features in a heat map: pixels by row and column where most are named {@code name_row_column}, from 0; else one
 * row.
 *
 * @param names the features in order
 * @param rows the number of rows
 * @param columns the number of columns
 * @param picture whether features are pixels
 */
@Stability(MAY_CHANGE)
public record FeatureGrid(List<String> names, int rows, int columns, boolean picture) {
    private static final Pattern PIXEL = Pattern.compile("(.+)_(\\d{1,3})_(\\d{1,3})");

    /**
     * Arranges features.
     *
     * @param names their names in order
     * @return the arrangement
     */
    public static FeatureGrid of(List<String> names) {
        int rows = 1 + names.stream().mapToInt(name -> number(name, 2)).max().orElse(-1);
        int columns = 1 + names.stream().mapToInt(name -> number(name, 3)).max().orElse(-1);
        long pixels =
                names.stream().filter(name -> number(name, 2) >= 0).distinct().count();
        boolean picture = rows > 1 && columns > 1 && pixels == (long) rows * columns;
        return picture ? new FeatureGrid(names, rows, columns, true) : new FeatureGrid(names, 1, names.size(), false);
    }

    private static int number(String name, int group) {
        Matcher pixel = PIXEL.matcher(name);
        return pixel.matches() ? Integer.parseInt(pixel.group(group)) : -1;
    }

    /**
     * Returns the cell of a feature.
     *
     * @param feature its index
     * @return the number of the cell, row by row; −1 for a feature that is no pixel of the picture
     */
    public int place(int feature) {
        if (!picture) {
            return feature;
        }
        int row = number(names.get(feature), 2);
        return row < 0 ? -1 : row * columns + number(names.get(feature), 3);
    }

    /** Returns the features that have no cell. */
    public List<String> others() {
        return IntStream.range(0, names.size())
                .filter(i -> place(i) < 0)
                .mapToObj(names::get)
                .toList();
    }
}
