package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.experiment.CrossValidation;
import kelvin.experiment.LabelledTable;
import kelvin.model.classifier.ClassifierSpec;
import kelvin.numeric.LogLoss;
import kelvin.numeric.NeumaierSum;

/**
 * Compares two softmax columns with one sigmoid, which can say the same but pay another penalty.
 *
 * <pre>
 *   softmax:  p(second) = σ((w₁ − w₀)·x),  penalty ½(|w₀|² + |w₁|²) = ¼|w₁ − w₀|² at the optimum
 *   sigmoid:  p(second) = σ(w·x),          penalty ½|w|²
 * </pre>
 *
 * <p>So the softmax at C is the sigmoid at 2C, and its objective half of that.
 */
@Stability(INTERNAL)
public final class TwoClasses {
    private static final double NEGLIGIBLE = 1e-9;

    private TwoClasses() {}

    /**
     * Tabulates the objectives of both at the same C, and of the sigmoid at twice that.
     *
     * @param fits softmax and gates, in either order, fitted to two classes
     * @param inverse C
     * @param twice the gates at 2C, not fitted yet
     * @return the table, with a heading and a line below
     */
    public static String of(List<CrossValidation> fits, double inverse, ClassifierSpec twice) {
        int one = fits.get(0).heldOut().severalAnswers() ? 1 : 0;
        CrossValidation softmax = fits.get(one);
        CrossValidation gates = fits.get(1 - one);
        LabelledTable rows = softmax.table();
        double[] doubled = new double[softmax.design().names().size() + 1];
        twice.fit(softmax.design().x(), rows.labels(rows.all()), 2).coefficients(1, doubled);
        double[] difference = softmax.coefficients(1);
        double[] first = softmax.coefficients(0);
        Arrays.setAll(difference, i -> difference[i] - first[i]);
        Table table = new Table(List.of("", "C", "objective", "loss"));
        row(table, "one sigmoid", inverse, loss(gates, gates.coefficients(1)), gates.penalty(1));
        row(table, "two softmax columns", inverse, loss(softmax, difference), softmax.penalty(0, 1));
        row(table, "one sigmoid", 2 * inverse, loss(softmax, doubled), CrossValidation.penaltyOf(doubled));
        double apart = IntStream.range(0, doubled.length)
                .mapToDouble(i -> Math.abs(difference[i] - doubled[i]))
                .max()
                .orElse(0);
        return "two classes: two softmax columns share each weight, and pay half the penalty for it\n\n" + table
                + "\n\nThe difference of the two columns is the sigmoid at 2C, "
                + (apart < NEGLIGIBLE ? "" : "to " + Table.number(apart) + ", ")
                + "and the objective is half of its.";
    }

    /** Returns the sum of the log-losses of the sigmoid with some coefficients. */
    private static double loss(CrossValidation fit, double... coefficients) {
        LabelledTable rows = fit.table();
        double[][] x = fit.design().x();
        NeumaierSum sum = new NeumaierSum();
        for (int row = 0; row < x.length; row++) {
            double logit = coefficients[x[row].length];
            for (int i = 0; i < x[row].length; i++) {
                logit += coefficients[i] * x[row][i];
            }
            sum.add(LogLoss.of(logit, rows.labels().get(row)));
        }
        return sum.value();
    }

    private static void row(Table table, String name, double inverse, double loss, double penalty) {
        table.row(List.of(name, String.valueOf(inverse), Table.number(inverse * loss + penalty), Table.number(loss)));
    }
}
