package kelvin.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.numeric.CrossEntropy;
import kelvin.numeric.LogLoss;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Softmax and sigmoid fits against minima found by another program in 80 bits. */
class OptimaTest {
    private static final double ACCURACY = 1e-9;

    static Stream<Row> small() {
        return Reference.rows("context/optima.csv")
                .filter(row -> !row.text("data").equals("digits"));
    }

    static Stream<Row> digits() {
        return Reference.rows("context/optima.csv")
                .filter(row -> row.text("data").equals("digits"));
    }

    @ParameterizedTest
    @MethodSource("small")
    void theMinimumIsThatOfTheReference(Row row) {
        compare(row);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("digits")
    void theMinimumOnDigitsIsThatOfTheReference(Row row) {
        compare(row);
    }

    @Test
    void eachKindIsAmongTheRows() {
        assertThat(small()).hasSize(12);
        assertThat(digits()).hasSize(4);
    }

    private static void compare(Row row) {
        LabelledTable table = LabelledTable.of(row.text("data"));
        Classifier fitted = spec(row, row.number("C")).fit(table.x(), table.labels(), table.classes());
        List<Row> expected = Reference.rows("context/optima_coefficients.csv")
                .filter(each -> each.text("case").equals(row.text("case")))
                .toList();
        double apart = apart(expected, fitted);
        assertThat(apart).isLessThan(ACCURACY);
        Classifier other = spec(row, 1.001 * row.number("C")).fit(table.x(), table.labels(), table.classes());
        assertThat(apart(expected, other)).isGreaterThan(1000 * ACCURACY);
        double loss = 0;
        int right = 0;
        double[] logits = new double[table.classes()];
        boolean single = row.text("model").equals("sigmoid");
        for (int i = 0; i < table.x().length; i++) {
            fitted.logits(table.x()[i], logits);
            int label = table.labels()[i];
            right += logits[label] == Arrays.stream(logits).max().orElseThrow() ? 1 : 0;
            for (int c = 0; c < logits.length; c++) {
                loss += fitted.severalAnswers() && !(single && c == 0) ? LogLoss.of(logits[c], c == label ? 1 : 0) : 0;
            }
            loss += fitted.severalAnswers() ? 0 : CrossEntropy.of(logits, label);
        }
        assertThat(loss / table.x().length).isCloseTo(row.number("mean_log_loss_hex"), within(ACCURACY));
        assertThat((double) right / table.x().length).isCloseTo(row.number("train_accuracy"), within(1e-8));
        double squares = 0;
        double[] w = new double[fitted.features() + 1];
        for (int c = single ? 1 : 0; c < fitted.classes(); c++) {
            fitted.coefficients(c, w);
            for (int j = 0; j < fitted.features(); j++) {
                squares += w[j] * w[j];
            }
        }
        assertThat(row.number("C") * loss + squares / 2).isCloseTo(row.number("objective_hex"), within(1e-9));
    }

    /** On every machine and Java version, interpreted or compiled. */
    @Test
    void fitsHaveTheSameBitsEverywhere() {
        LabelledTable iris = LabelledTable.of("iris");
        long digest = 0;
        double[] out = new double[3];
        for (ClassifierSpec spec : List.of(
                new SoftmaxRegression(1, true),
                new LogisticRegression(1, false),
                new DiscriminantAnalysis(true, 1e-9),
                new GaussianNaiveBayes(1e-9))) {
            Classifier fitted = spec.fit(iris.x(), iris.labels(), 3);
            for (double[] x : iris.x()) {
                fitted.logits(x, out);
                digest = 31 * digest + Arrays.hashCode(out);
                fitted.probabilities(x, out);
                digest = 31 * digest + Arrays.hashCode(out);
            }
        }
        assertThat(Long.toHexString(digest)).isEqualTo("f31893ed69650cbc");
    }

    private static ClassifierSpec spec(Row row, double c) {
        boolean intercept = row.text("intercept").equals("yes");
        return row.text("model").startsWith("softmax")
                ? new SoftmaxRegression(c, intercept)
                : new LogisticRegression(c, intercept);
    }

    /** The largest distance of a coefficient; one sigmoid is the gate of class 1. */
    private static double apart(List<Row> expected, Classifier fitted) {
        double largest = 0;
        double[] found = new double[fitted.features() + 1];
        for (Row each : expected) {
            int c = expected.size() == 1 ? 1 : (int) each.number("output");
            fitted.coefficients(c, found);
            double[] wanted = each.numbers("weights_then_intercept_hex");
            for (int j = 0; j < wanted.length; j++) {
                largest = Math.max(largest, Math.abs(wanted[j] - found[j]));
            }
        }
        return largest;
    }
}
