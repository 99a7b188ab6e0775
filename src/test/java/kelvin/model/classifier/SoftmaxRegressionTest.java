package kelvin.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxRegressionTest implements ClassifierContract {
    @Override
    public Stream<ClassifierSpec> specs() {
        return Stream.of(new SoftmaxRegression(1, true), new SoftmaxRegression(1e6, false));
    }

    private static double[] weights(Classifier fitted, int c) {
        double[] out = new double[fitted.features() + 1];
        fitted.coefficients(c, out);
        return out;
    }

    /** Each column has a penalty of its own: two of them are the sigmoid with twice the weight of the losses. */
    @Test
    void twoClassesAreTheSigmoidAtTwiceTheWeightNotAtTheSame() {
        LabelledTable cancer = LabelledTable.of("cancer");
        double[] softmax = weights(new SoftmaxRegression(1, true).fit(cancer.x(), cancer.labels(), 2), 1);
        double[] doubled = Arrays.stream(softmax).map(each -> 2 * each).toArray();
        Classifier same = new LogisticRegression(1, true).fit(cancer.x(), cancer.labels(), 2);
        Classifier twice = new LogisticRegression(2, true).fit(cancer.x(), cancer.labels(), 2);
        assertThat(weights(twice, 1)).containsExactly(doubled, within(1e-12));
        assertThat(Math.abs(weights(same, 1)[0] - doubled[0])).isGreaterThan(0.05);
    }

    @Test
    void weightsAndInterceptsSumToZeroOverTheClasses() {
        Classifier fitted =
                new SoftmaxRegression(1, true).fit(ClassifierContract.rows(60, 1), ClassifierContract.labels(60), 3);
        double[] sum = new double[3];
        for (int c = 0; c < 3; c++) {
            double[] w = weights(fitted, c);
            for (int j = 0; j < 3; j++) {
                sum[j] += w[j];
            }
        }
        assertThat(sum).containsExactly(new double[3], within(1e-12));
    }

    /** With an intercept, the optimum says in the mean what was seen. */
    @Test
    void meanProbabilitiesAreTheSharesOfTheClasses() {
        double[][] x = ClassifierContract.rows(60, 1);
        int[] labels = new int[60];
        Arrays.setAll(labels, i -> i % 7 == 0 ? 2 : i % 2);
        Classifier fitted = new SoftmaxRegression(0.5, true).fit(x, labels, 3);
        double[] p = new double[3];
        double[] rest = new double[3];
        for (int label : labels) {
            rest[label]++;
        }
        for (double[] row : x) {
            fitted.probabilities(row, p);
            for (int c = 0; c < 3; c++) {
                rest[c] -= p[c];
            }
        }
        assertThat(rest).containsExactly(new double[3], within(1e-12));
    }

    @Test
    void aClassNeverRightIsClosedWhereItsInterceptIsFree() {
        double[][] x = ClassifierContract.rows(9, 1);
        int[] labels = {0, 2, 0, 2, 0, 2, 2, 0, 0};
        double[] p = new double[3];
        Classifier fitted = new SoftmaxRegression(1, true).fit(x, labels, 3);
        fitted.probabilities(x[0], p);
        assertThat(p[1]).isZero();
        assertThat(weights(fitted, 1)).containsExactly(0, 0, Double.NEGATIVE_INFINITY);
        double[] two = new double[2];
        new SoftmaxRegression(1, true)
                .fit(x, Arrays.stream(labels).map(c -> c / 2).toArray(), 2)
                .probabilities(x[0], two);
        assertThat(new double[] {p[0], p[2]}).containsExactly(two);
        new SoftmaxRegression(1, false).fit(x, labels, 3).probabilities(x[0], p);
        assertThat(p[1]).isPositive();
    }

    /** Two rows of −1 and two of 1: the derivative of 4C·ln(1 + e^(−2w)) + w² by w is 0, for the weights −w and w. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-100, 1e-3, 1, 1e4, 1e20, 1e100})
    void separableDataHaveTheirOptimumAtEveryWeight(double c) {
        Classifier fitted =
                new SoftmaxRegression(c, true).fit(new double[][] {{-1}, {1}, {-1}, {1}}, new int[] {0, 1, 0, 1}, 2);
        double w = weights(fitted, 1)[0];
        double wrong = 1 / (1 + Math.exp(2 * w));
        assertThat(w).isCloseTo(c * 4 * wrong, within(1e-11 * w));
        assertThat(weights(fitted, 0)[0]).isEqualTo(-w);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1e-101, 1e101, Double.NaN, Double.POSITIVE_INFINITY})
    void otherWeightsOfTheLossesAreRefused(double c) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoftmaxRegression(c, true))
                .withMessage("c = " + c + ", must be in [1e-100, 1e100]");
        assertThatIllegalArgumentException().isThrownBy(() -> new LogisticRegression(c, true));
    }

    @Test
    void coefficientsWhoseDerivativesDoNotFitIntoAnArrayAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoftmaxRegression(1, true).fit(new double[2][20_000], new int[] {0, 1}, 2))
                .withMessage("coefficients = 40002.0, must be at most 30000");
    }
}
