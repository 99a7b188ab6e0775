package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.model.feature.DataTable;
import kelvin.model.feature.FeatureEncoder;
import kelvin.model.feature.FeatureMap;
import kelvin.random.Seed;
import kelvin.yaml.BadInput;
import kelvin.yaml.CsvTable;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * A table of which every row has a label, the class that is right there.
 *
 * @param table the rows
 * @param label the column of labels
 * @param features the features of a row; nothing but their means and deviations depends on which rows they are fitted to
 * @param classes the different labels in ascending order: as numbers where they are, else as texts
 * @param labels the class of each row, from 0
 */
@Stability(MAY_CHANGE)
public record LabelledTable(
        DataTable table, String label, FeatureMap features, List<String> classes, List<Integer> labels) {
    /**
     * The features of all rows.
     *
     * @param names the names of the features
     * @param x the numbers of each row
     */
    public record Design(List<String> names, double[][] x) {}

    public LabelledTable {
        classes = List.copyOf(classes);
        labels = List.copyOf(labels);
    }

    /**
     * Reads a CSV file.
     *
     * @param file the file
     * @param label the column of labels
     * @param features the features of a row
     * @return the table
     * @throws BadInput if it has no such column or no row, a label is missing, or there are fewer than two
     * @throws kelvin.contract.InvalidValue if a cell does not fit its feature; names file, line and column
     */
    public static LabelledTable read(Path file, String label, FeatureMap features) {
        CsvTable read = CsvTable.read(file);
        int column = read.column(label);
        if (read.header().size() == 1) {
            throw new BadInput(file + ":1: found no column but '" + label + "', must be two or more");
        }
        for (CsvTable.Row row : read.rows()) {
            if (row.cell(column).isBlank()) {
                throw read.wrong(row, column, "a label");
            }
        }
        DataTable table = new DataTable(read.lines());
        List<String> classes = table.distinct(label);
        if (classes.size() < 2) {
            throw new BadInput(file + ": " + label + ": found "
                    + (classes.isEmpty() ? "no row" : "one label, '" + classes.get(0) + "'") + ", must be two or more");
        }
        Set<String> withheld = Set.of(label);
        if (features.on(table, withheld).state().length > 0) {
            throw new BadInput("--features: running: found true, must be false: rows have no order");
        }
        return new LabelledTable(
                table,
                label,
                features.withCategories(table, withheld),
                classes,
                table.values(label).map(classes::indexOf).toList());
    }

    /**
     * Returns the number of rows.
     *
     * @return at least 2
     */
    public int rows() {
        return labels.size();
    }

    /**
     * Returns the number of rows of a class.
     *
     * @param c the class
     * @return at least 1
     */
    public long rows(int c) {
        return labels.stream().filter(label -> label == c).count();
    }

    /**
     * Encodes all rows with the means and deviations of some of them.
     *
     * @param fitted the rows that features are fitted to
     * @return the features of all rows
     * @throws kelvin.contract.InvalidValue if a cell does not fit its feature; names file, line and column
     */
    public Design design(int... fitted) {
        DataTable some = fitted.length == rows() ? table : table.rows(fitted);
        FeatureEncoder encoder = features.on(some, Set.of(label));
        double[][] x = new double[rows()][encoder.size()];
        for (int row = 0; row < x.length; row++) {
            encoder.encode(table.row(row), x[row], 0);
        }
        return new Design(encoder.names(), x);
    }

    /**
     * Deals the rows of each class out to folds at random, so that all folds have nearly the same share of each class.
     *
     * @param folds the number of folds
     * @param seed the seed
     * @return the fold of each row, from 0
     * @throws BadInput if there are more folds than rows, or a class with one row only, which no fit to the others would know
     */
    public int[] folds(int folds, Seed seed) {
        for (int c = 0; c < classes.size(); c++) {
            if (rows(c) == 1) {
                throw new BadInput(table.row(labels.indexOf(c)).place(label) + ": found the only row of '"
                        + classes.get(c) + "', must be two or more of each label");
            }
        }
        if (folds < 2 || folds > rows()) {
            throw new BadInput("--folds: found " + folds + ", must be in [2, " + rows() + "], the number of rows");
        }
        UniformRandomProvider random = seed.generator();
        int[] fold = new int[rows()];
        int next = 0;
        for (int c = 0; c < classes.size(); c++) {
            int wanted = c;
            int[] members = IntStream.range(0, rows())
                    .filter(row -> labels.get(row) == wanted)
                    .toArray();
            PermutationSampler.shuffle(random, members);
            for (int row : members) {
                fold[row] = next++ % folds;
            }
        }
        return fold;
    }

    /**
     * Returns the rows of all folds but one.
     *
     * @param fold the fold of each row
     * @param held the fold that is left out
     * @return the numbers of the rows, ascending
     */
    public static int[] without(int[] fold, int held) {
        return IntStream.range(0, fold.length).filter(row -> fold[row] != held).toArray();
    }

    /**
     * Returns the numbers of all rows.
     *
     * @return from 0 up
     */
    public int[] all() {
        return IntStream.range(0, rows()).toArray();
    }

    /**
     * Returns the class of each of some rows.
     *
     * @param rows the numbers of the rows
     * @return the classes, from 0
     */
    public int[] labels(int... rows) {
        return Arrays.stream(rows).map(labels::get).toArray();
    }
}
