package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;
import kelvin.Reference;
import kelvin.Reference.Row;
import org.junit.jupiter.api.Test;

class CrossEntropyTest {
    private static final List<Row> ROWS = Reference.rows("cross_entropy.csv").toList();

    private static double[] logits(Row row) {
        return row.numbers("logits_hex");
    }

    private static double[] targets(Row row) {
        return row.numbers("targets_hex");
    }

    /** Returns the place of the single 1 among zeros; −1 for other targets. */
    private static int label(Row row) {
        double[] targets = targets(row);
        int label = -1;
        for (int k = 0; k < targets.length; k++) {
            if (targets[k] == 1 && label < 0) {
                label = k;
            } else if (targets[k] != 0) {
                return -1;
            }
        }
        return label;
    }

    private static double unit(double[] logits, double exact) {
        double range = Arrays.stream(logits).max().orElseThrow()
                - Arrays.stream(logits).min().orElseThrow();
        return Math.max((4 + 2 * Math.min(range, 800)) * logits.length * 0x1p-53 * Math.abs(exact), 1e-323);
    }

    private static double largestOfLosses(boolean hard, ToDoubleBiFunction<double[], Row> loss) {
        return ROWS.stream()
                .filter(row -> !hard || label(row) >= 0)
                .mapToDouble(row -> {
                    double exact = row.number("loss_hex");
                    return Math.abs(loss.applyAsDouble(logits(row), row) - exact) / unit(logits(row), exact);
                })
                .max()
                .orElseThrow();
    }

    /** Of one right class relative to each derivative; of soft targets relative to their sum. */
    private static double largestOfGradients(boolean hard, BiFunction<double[], Row, double[]> gradient) {
        double largest = 0;
        for (Row row : ROWS) {
            double[] exact = row.numbers("gradient_hex");
            boolean single = label(row) >= 0;
            if (single || !hard) {
                double[] actual = gradient.apply(logits(row), row);
                double sum = Arrays.stream(targets(row)).sum();
                for (int k = 0; k < exact.length; k++) {
                    double unit = unit(logits(row), single ? exact[k] : sum);
                    largest = Math.max(largest, Math.abs(actual[k] - exact[k]) / unit);
                }
            }
        }
        return largest;
    }

    private static double[] gradient(double[] logits, Row row) {
        double[] out = new double[logits.length];
        CrossEntropy.gradient(logits, label(row), out);
        return out;
    }

    private static double[] softGradient(double[] logits, Row row) {
        double[] out = new double[logits.length];
        CrossEntropy.gradient(logits, targets(row), out);
        return out;
    }

    @Test
    void lossesKeepTheirDigitsWithLogitsOfAnySize() {
        assertThat(ROWS).hasSizeGreaterThan(100);
        assertThat(largestOfLosses(true, (z, row) -> CrossEntropy.of(z, label(row))))
                .isLessThan(1);
        assertThat(largestOfLosses(false, (z, row) -> CrossEntropy.of(z, targets(row))))
                .isLessThan(1);
    }

    @Test
    void gradientsKeepTheirDigitsAndThatOfOneRightClassIsTheSameEitherWay() {
        assertThat(largestOfGradients(true, CrossEntropyTest::gradient)).isLessThan(1);
        assertThat(largestOfGradients(false, CrossEntropyTest::softGradient)).isLessThan(1);
    }

    @Test
    void probabilitiesAreInProportionToTheExponentialsAndMayTakeThePlaceOfTheLogits() {
        double[] z = {1000 + Math.log(3), Double.NEGATIVE_INFINITY, 1000, 0};
        CrossEntropy.softmax(z, z);
        assertThat(z).containsExactly(new double[] {0.75, 0, 0.25, 0}, within(1e-13));
    }

    @Test
    void whatCancelsWouldBeNoticed() {
        assertThat(largestOfLosses(true, (z, row) -> {
                    double top = Arrays.stream(z).max().orElseThrow();
                    return top
                            + Log.of(Arrays.stream(z).map(x -> Exp.of(x - top)).sum())
                            - z[label(row)];
                }))
                .isGreaterThan(1000);
        assertThat(largestOfGradients(true, (z, row) -> {
                    double[] out = softGradient(z, row);
                    int label = label(row);
                    double top = Arrays.stream(z).max().orElseThrow();
                    double sum = Arrays.stream(z).map(x -> Exp.of(x - top)).sum();
                    out[label] = Exp.of(z[label] - top) / sum - 1;
                    return out;
                }))
                .isGreaterThan(1000);
    }

    @Test
    void aClosedClassCountsNothingUnlessItIsRight() {
        double[] logits = {Double.NEGATIVE_INFINITY, 0, 0};
        double[] out = new double[3];
        assertThat(CrossEntropy.of(logits, 1)).isEqualTo(StrictMath.log(2));
        assertThat(CrossEntropy.of(logits, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(CrossEntropy.of(logits, new double[] {0, 1, 0})).isEqualTo(StrictMath.log(2));
        CrossEntropy.gradient(logits, 1, out);
        assertThat(out).containsExactly(0, -0.5, 0.5);
        CrossEntropy.gradient(logits, new double[] {0, 1, 1}, out);
        assertThat(out).containsExactly(0, 0, 0);
        CrossEntropy.gradient(logits, 1, logits);
        assertThat(logits).containsExactly(0, -0.5, 0.5);
    }

    @Test
    void theGradientIsTheDerivativeOfTheLoss() {
        double[] logits = {0.5, -1, 2, 0.25};
        double[] targets = {0.2, 0, 0.7, 0.4};
        double[] out = new double[4];
        CrossEntropy.gradient(logits, targets, out);
        double h = 1e-5;
        for (int k = 0; k < 4; k++) {
            double[] up = logits.clone();
            double[] down = logits.clone();
            up[k] += h;
            down[k] -= h;
            double slope = (CrossEntropy.of(up, targets) - CrossEntropy.of(down, targets)) / (2 * h);
            assertThat(out[k]).isCloseTo(slope, within(1e-9));
        }
    }
}
