package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.experiment.CrossValidation;
import kelvin.experiment.LabelledTable;
import kelvin.metric.ConfusionMatrix;

/**
 * Builds the text that {@code kelvin fit-classes} prints: scores, weights, confusions, and one answer beside several.
 */
@Stability(INTERNAL)
public final class ClassesText {
    private static final int MAX_CLASSES = 12;
    private static final int MAX_WEIGHTS = 6;
    private static final int MAX_CONFUSIONS = 6;

    private final CrossValidation first;
    private final List<CrossValidation> fits;
    private final LabelledTable table;
    private final int[] labels;
    private final double threshold;

    /**
     * Creates the text of some fits to the same table.
     *
     * @param fits the classifier that was asked for, then the one beside it
     * @param threshold the probability at which a gate is open
     */
    public ClassesText(List<CrossValidation> fits, double threshold) {
        this.fits = fits;
        this.threshold = threshold;
        first = fits.get(0);
        table = first.table();
        labels = table.labels(table.all());
    }

    /**
     * Describes the table.
     *
     * @return the numbers of rows, of classes, and of rows of each
     */
    public String counts() {
        String classes = IntStream.range(0, table.classes().size())
                .limit(MAX_CLASSES)
                .mapToObj(c -> table.classes().get(c) + " " + HumanUnits.count(table.rows(c)))
                .collect(Collectors.joining(", "));
        return HumanUnits.count(table.rows(), "row") + ", "
                + HumanUnits.count(first.design().names().size(), "feature") + ", "
                + HumanUnits.count(table.classes().size()) + " classes of " + table.label() + ": " + classes
                + (table.classes().size() > MAX_CLASSES ? ", …" : "") + blanks();
    }

    /** Returns a warning where two labels look the same. */
    private String blanks() {
        List<String> padded = table.classes().stream()
                .filter(name -> !name.equals(name.strip()) && table.classes().contains(name.strip()))
                .toList();
        return padded.isEmpty()
                ? ""
                : "\nLabels that differ in blanks alone are classes of their own: '"
                        + String.join("', '", padded) + "' beside '"
                        + padded.get(0).strip() + "'"
                        + (padded.size() > 1 ? " and others" : "") + ".";
    }

    /**
     * Tabulates losses and accuracies.
     *
     * @return the table
     */
    public Table scores() {
        List<CrossValidation.Scores> scores =
                fits.stream().map(CrossValidation::scores).toList();
        Table rows = new Table(Stream.concat(Stream.of(""), scores.stream().map(CrossValidation.Scores::name))
                .toList());
        if (fits.stream().map(CrossValidation::inverse).anyMatch(c -> !Double.isNaN(c) && c != 1)) {
            rows.row(Stream.concat(
                            Stream.of("C"),
                            fits.stream()
                                    .map(CrossValidation::inverse)
                                    .map(c -> Double.isNaN(c) ? "–" : String.valueOf(c)))
                    .toList());
        }
        row(rows, "objective", scores, of -> Double.isNaN(of.objective()) ? "–" : Table.number(of.objective()));
        row(rows, "loss per row, fitted", scores, of -> Table.number(of.fittedLoss()));
        row(rows, "loss per row, held out", scores, of -> Table.number(of.heldOutLoss()));
        row(rows, "accuracy, fitted", scores, of -> share(of.fittedAccuracy()));
        row(rows, "accuracy, held out", scores, of -> share(of.accuracy()));
        row(rows, "95 % interval", scores, of -> share(of.low()) + " … " + share(of.high()));
        return rows;
    }

    private static void row(
            Table rows,
            String name,
            List<CrossValidation.Scores> scores,
            Function<CrossValidation.Scores, String> cell) {
        rows.row(Stream.concat(Stream.of(name), scores.stream().map(cell)).toList());
    }

    private ConfusionMatrix confusion(CrossValidation fit) {
        return fit.heldOut().confusion(table.classes(), labels);
    }

    static String share(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }

    /**
     * Explains the table of scores.
     *
     * @param folds the number of folds
     * @return some lines
     */
    public String remarks(int folds) {
        long most = IntStream.range(0, table.classes().size())
                .mapToLong(table::rows)
                .max()
                .orElse(0);
        return "Loss: −ln of the probability of the label; of gates, of what each of the "
                + HumanUnits.count(table.classes().size()) + " should say, summed up.\nHeld out: " + folds
                + " folds, each row is predicted by a fit to the others. The most frequent class alone: "
                + share((double) most / table.rows())
                + ".\nInterval: exact (Clopper-Pearson) for the luck of the rows; the fits are taken as they are.";
    }

    /**
     * Tabulates the largest weights of the first classifier.
     *
     * @return the table, with a heading
     */
    public String weights() {
        record Weight(int c, String feature, double weight) {}
        List<String> names = first.design().names();
        List<Weight> all = IntStream.range(0, table.classes().size())
                .boxed()
                .flatMap(c -> {
                    double[] weights = first.coefficients(c);
                    return IntStream.range(0, Math.min(names.size(), weights.length))
                            .mapToObj(i -> new Weight(c, names.get(i), weights[i]));
                })
                .toList();
        if (all.isEmpty()) {
            return first.name() + " has no weights: its logits are not linear in the features.";
        }
        Table weights = new Table(List.of("class", "feature", "weight"));
        all.stream()
                .sorted(Comparator.<Weight>comparingDouble(weight -> -Math.abs(weight.weight)))
                .limit(MAX_WEIGHTS)
                .forEach(weight -> weights.row(
                        List.of(table.classes().get(weight.c), weight.feature, Table.number(weight.weight))));
        return "weights of " + first.name() + ", the largest of " + HumanUnits.count(all.size()) + "\n\n" + weights;
    }

    /**
     * Tabulates the answers of the first classifier in held-out rows by their labels.
     *
     * @return the confusion matrix; of many classes the most frequent confusions
     */
    public String confusion() {
        ConfusionMatrix matrix = confusion(first);
        List<String> classes = table.classes();
        if (classes.size() > MAX_CLASSES) {
            return "the most frequent confusions of " + first.name() + ", held out\n\n" + frequent(matrix);
        }
        List<String> header = new ArrayList<>(List.of("label"));
        header.addAll(classes);
        header.add("right");
        Table answers = new Table(header);
        for (int truth = 0; truth < classes.size(); truth++) {
            List<String> row = new ArrayList<>(List.of(classes.get(truth)));
            Arrays.stream(matrix.counts()[truth]).mapToObj(String::valueOf).forEach(row::add);
            row.add(share(matrix.recall(truth)));
            answers.row(row);
        }
        return "answers of " + first.name() + ", held out\n\n" + answers;
    }

    private static Table frequent(ConfusionMatrix matrix) {
        int k = matrix.classes().size();
        Table table = new Table(List.of("label", "answer", "rows"));
        IntStream.range(0, k * k)
                .filter(i -> i / k != i % k && matrix.counts()[i / k][i % k] > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> -matrix.counts()[i / k][i % k]))
                .limit(MAX_CONFUSIONS)
                .forEach(i -> table.row(List.of(
                        matrix.classes().get(i / k),
                        matrix.classes().get(i % k),
                        String.valueOf(matrix.counts()[i / k][i % k]))));
        return table;
    }

    /**
     * Tabulates how many gates are open in held-out rows, and how often the one answer beside them is right.
     *
     * @return the table, with a heading
     */
    public String severalAnswers() {
        int several = first.heldOut().severalAnswers() ? 0 : 1;
        CrossValidation gates = fits.get(several);
        CrossValidation other = fits.get(1 - several);
        Table counts = new Table(
                List.of("gates open", "rows", "label's gate open", "likeliest gate right", other.name() + " right"));
        List<String> names = List.of("none", "one", "several");
        for (int i = 0; i < names.size(); i++) {
            int wanted = i;
            int[] rows = IntStream.range(0, labels.length)
                    .filter(row -> Math.min(2, gates.heldOut().open(row, threshold)) == wanted)
                    .toArray();
            counts.row(List.of(
                    names.get(i),
                    HumanUnits.count(rows.length),
                    count(rows, row -> gates.heldOut().probabilities(row)[labels[row]] >= threshold),
                    count(rows, row -> gates.heldOut().answer(row) == labels[row]),
                    count(rows, row -> other.heldOut().answer(row) == labels[row])));
        }
        double[] sums = IntStream.range(0, labels.length)
                .mapToDouble(
                        row -> Arrays.stream(gates.heldOut().probabilities(row)).sum())
                .sorted()
                .toArray();
        return "one answer and several, held out; a gate is open from p = " + threshold + "\n\n" + counts + "\n\n"
                + "Probabilities of a row sum to 1 in " + other.name() + ", and to " + share(sums[0]) + " … "
                + share(sums[sums.length - 1]) + " in gates.";
    }

    private static String count(int[] rows, Function<Integer, Boolean> right) {
        return HumanUnits.count(IntStream.of(rows).filter(right::apply).count());
    }
}
