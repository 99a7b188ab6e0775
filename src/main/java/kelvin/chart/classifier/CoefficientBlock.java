package kelvin.chart.classifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.FeatureGrid;
import kelvin.chart.layout.TextBlock;

/**
 * The coefficients of one learner, and the layout of their heat map.
 *
 * @param theme the theme of the figure
 * @param learner the learner's label
 * @param grid the arrangement of the features
 * @param names the names of the arms
 * @param arms the coefficients of each, by feature
 * @param largest the largest size of a coefficient
 */
record CoefficientBlock(
        ChartTheme theme, String learner, FeatureGrid grid, List<String> names, List<double[]> arms, double largest) {
    static final int GAP = 14;
    static final int LABEL_HEIGHT = 17;
    static final int MAX_NAME = 120;
    private static final int MAX_CELL = 26;
    private static final int MIN_CELL_OF_TWO = 20;
    private static final int MAX_NAMES = 24;
    private static final int MIN_ARM_WIDTH = 54;

    private int room() {
        return theme.width() - 2 * theme.margin();
    }

    private int half() {
        return room() / 2;
    }

    int picturesPerRow() {
        return Math.max(1, Math.min(arms.size(), (room() + GAP) / (Math.max(grid.columns() * 6, 60) + GAP)));
    }

    double cell() {
        double room = grid.picture()
                ? (room() + GAP) / (double) picturesPerRow() - GAP
                : (narrow() ? half() - GAP : room()) - armWidth();
        return Math.min(grid.picture() ? 12 : MAX_CELL, room / grid.columns());
    }

    int pictureRows() {
        return (arms.size() + picturesPerRow() - 1) / picturesPerRow();
    }

    double bodyHeight() {
        return grid.picture()
                ? pictureRows() * (LABEL_HEIGHT + grid.rows() * cell() + GAP)
                : arms.size() * rowHeight()
                        + 10
                        + 0.75 * longest(named().map(grid.names()::get).toList());
    }

    /** Returns whether half the width has room for cells of a fair size. */
    boolean narrow() {
        return !grid.picture() && half() - GAP - armWidth() >= MIN_CELL_OF_TWO * grid.columns();
    }

    boolean allNamed() {
        return grid.columns() <= MAX_NAMES;
    }

    /** Returns the columns with names: of many those of the largest coefficients that are as far apart as names need. */
    Stream<Integer> named() {
        List<Integer> named = new ArrayList<>();
        IntStream.range(0, grid.columns())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> allNamed() ? i : -size(i)))
                .filter(i ->
                        allNamed() || named.stream().allMatch(other -> Math.abs(other - i) * cell() >= MIN_CELL_OF_TWO))
                .limit(MAX_NAMES)
                .forEach(named::add);
        return named.stream();
    }

    private double size(int column) {
        return arms.stream().mapToDouble(cells -> Math.abs(cells[column])).max().orElse(0);
    }

    /** Returns the height of a row, which has room for the name of its arm. */
    double rowHeight() {
        return Math.max(cell(), LABEL_HEIGHT);
    }

    double armWidth() {
        return Math.max(MIN_ARM_WIDTH, longest(names) + 8);
    }

    private double longest(List<String> names) {
        return names.stream()
                .mapToDouble(
                        name -> TextBlock.middle(name, theme.tick(), MAX_NAME).width())
                .max()
                .orElse(0);
    }
}
