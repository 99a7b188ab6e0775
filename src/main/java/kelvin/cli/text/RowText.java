package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.experiment.CrossValidation;
import kelvin.experiment.LabelledTable;
import kelvin.metric.ClassPredictions;
import kelvin.numeric.Expm1;

/**
 * Builds the text that {@code kelvin fit-classes} prints of one row: its probabilities, and those after one logit has been raised.
 *
 * @param fits the classifiers, fitted to the same table
 * @param threshold the probability at which a gate is open
 */
@Stability(INTERNAL)
public record RowText(List<CrossValidation> fits, double threshold) {
    private static final double[] ADDED = {-4, -2, 0, 2, 4};

    private LabelledTable table() {
        return fits.get(0).table();
    }

    /** Formats a probability, with an exponent where four decimals would all be 0. */
    private static String small(double probability) {
        return probability > 0 && probability < 0.00005
                ? String.format(Locale.ROOT, "%.1e", probability)
                : ClassesText.share(probability);
    }

    /**
     * Tabulates what each classifier says of a row that it has not seen.
     *
     * @param row the row, from 0
     * @return the table, with a heading
     */
    public String row(int row) {
        Table classes =
                new Table(Stream.concat(Stream.of("class"), fits.stream().map(fit -> fit.name() + "  "))
                        .toList());
        for (int c = 0; c < table().classes().size(); c++) {
            int wanted = c;
            classes.row(Stream.concat(
                            Stream.of(table().classes().get(c)),
                            fits.stream().map(fit -> probability(fit.heldOut(), row, wanted)))
                    .toList());
        }
        return place(row) + ", by fits without it; * marks the answer, and open gates\n\n" + classes;
    }

    private String probability(ClassPredictions of, int row, int c) {
        double p = of.probabilities(row)[c];
        boolean marked = of.severalAnswers() ? p >= threshold : of.answer(row) == c;
        return small(p) + (marked ? " *" : "  ");
    }

    private String place(int row) {
        return "row " + (row + 1) + ", " + table().label() + " "
                + table().classes().get(table().labels().get(row));
    }

    /**
     * Tabulates what becomes of the probabilities in a row when something is added to the logit of one class.
     *
     * @param row the row, from 0
     * @param raised the class
     * @return the table, with a heading
     */
    public String raised(int row, int raised) {
        List<String> header = new ArrayList<>(List.of("added"));
        fits.forEach(fit -> header.addAll(List.of(fit.name(), "others", "each ×")));
        Table steps = new Table(header);
        for (double added : ADDED) {
            List<String> cells = new ArrayList<>(List.of(String.format(Locale.ROOT, "%+.0f", added)));
            for (CrossValidation fit : fits) {
                ClassPredictions heldOut = fit.heldOut();
                double[] after = heldOut.raised(row, raised, added);
                double others = others(after, raised);
                cells.addAll(List.of(
                        small(after[raised]), small(others), ClassesText.share(1 - fall(heldOut, row, raised, added))));
            }
            steps.row(cells);
        }
        return "raising the logit of \"" + table().classes().get(raised) + "\" in " + place(row) + "\n\n" + steps;
    }

    /**
     * Returns the share that each other probability loses when something is added to the logit of one class.
     *
     * <pre>
     *   fall = 1 − 1/(1 + p·(e^added − 1))   under a softmax, where p is the probability of that class before;   0 under gates
     * </pre>
     *
     * @param of the predictions
     * @param row the row, from 0
     * @param raised the class
     * @param added what is added
     * @return the share; negative where they rise
     */
    public static double fall(ClassPredictions of, int row, int raised, double added) {
        double gain = of.probabilities(row)[raised] * Expm1.of(added);
        return of.severalAnswers() ? 0 : gain / (1 + gain);
    }

    /**
     * Returns the sum of all probabilities but one.
     *
     * @param probabilities the numbers
     * @param but the class left out
     * @return the sum
     */
    public static double others(double[] probabilities, int but) {
        return IntStream.range(0, probabilities.length)
                .filter(c -> c != but)
                .mapToDouble(c -> probabilities[c])
                .sum();
    }
}
