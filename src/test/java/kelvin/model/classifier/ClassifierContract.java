package kelvin.model.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import kelvin.numeric.CrossEntropy;
import kelvin.numeric.Sigmoid;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every classifier. */
public interface ClassifierContract {
    /** The classifiers to test. */
    Stream<ClassifierSpec> specs();

    private void each(Consumer<ClassifierSpec> check) {
        assertThat(specs()).isNotEmpty().allSatisfy(check::accept);
    }

    /** Rows of three classes around three points in the plane. */
    static double[][] rows(int n, double scale) {
        UniformRandomProvider random = Seed.of(16).generator();
        double[][] x = new double[n][2];
        for (int i = 0; i < n; i++) {
            x[i][0] = scale * (i % 3 + 1.5 * random.nextDouble());
            x[i][1] = scale * (i % 3 == 1 ? 2 : 0) + scale * random.nextDouble();
        }
        return x;
    }

    static int[] labels(int n) {
        int[] labels = new int[n];
        Arrays.setAll(labels, i -> i % 3);
        return labels;
    }

    /** Probabilities are in [0, 1], follow from the logits, and sum to 1 where one class is right. */
    static void check(Classifier fitted, double[][] x) {
        double[] logits = new double[fitted.classes()];
        double[] p = new double[fitted.classes()];
        double[] coefficients = new double[fitted.features() + 1];
        for (double[] row : x) {
            fitted.logits(row, logits);
            fitted.probabilities(row, p);
            assertThat(Arrays.stream(p)).allMatch(each -> each >= 0 && each <= 1);
            double[] softmax = new double[p.length];
            if (fitted.severalAnswers()) {
                Arrays.setAll(softmax, c -> Sigmoid.of(logits[c]));
            } else {
                CrossEntropy.softmax(logits, softmax);
                assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-14));
            }
            assertThat(p).containsExactly(softmax);
            for (int c = 0; c < p.length; c++) {
                if (fitted.coefficients(c, coefficients)) {
                    double sum = coefficients[row.length];
                    double size = Math.abs(sum);
                    for (int j = 0; j < row.length; j++) {
                        sum += coefficients[j] * row[j];
                        size = Math.max(size, Math.abs(coefficients[j] * row[j]));
                    }
                    if (Double.isFinite(sum)) {
                        assertThat(logits[c]).isCloseTo(sum, within(1e-13 * (1 + size)));
                    } else {
                        assertThat(logits[c]).isEqualTo(sum);
                    }
                }
            }
        }
    }

    @Test
    default void whatCanBeToldApartIsLearnt() {
        double[][] x = rows(90, 1);
        int[] labels = labels(90);
        each(spec -> {
            Classifier fitted = spec.fit(x, labels, 3);
            assertThat(fitted.classes()).isEqualTo(3);
            assertThat(fitted.features()).isEqualTo(2);
            check(fitted, x);
            int right = 0;
            double[] p = new double[3];
            for (int i = 0; i < x.length; i++) {
                fitted.probabilities(x[i], p);
                right += p[labels[i]] == Arrays.stream(p).max().orElseThrow() ? 1 : 0;
            }
            assertThat(right).isGreaterThan(55);
        });
    }

    @Test
    default void fittingIsAPureFunctionThatKeepsNothing() {
        double[][] x = rows(30, 1);
        int[] labels = labels(30);
        each(spec -> {
            double[][] mine = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
            double[][] targets = new double[30][3];
            for (int i = 0; i < 30; i++) {
                targets[i][labels[i]] = 1;
            }
            Classifier first = spec.fit(mine, targets);
            assertThat(mine).isDeepEqualTo(x);
            for (int i = 0; i < 30; i++) {
                Arrays.fill(mine[i], 7);
                Arrays.fill(targets[i], 0.5);
            }
            Classifier second = spec.fit(x, labels, 3);
            double[] a = new double[3];
            double[] b = new double[3];
            for (double[] row : x) {
                first.logits(row, a);
                second.logits(row, b);
                assertThat(a).containsExactly(b);
            }
        });
    }

    @Test
    default void probabilitiesAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeThat(threads.isThreadAllocatedMemoryEnabled()).isTrue();
        double[][] x = rows(30, 1);
        double[] p = new double[3];
        each(spec -> {
            Classifier fitted = spec.fit(x, labels(30), 3);
            fitted.probabilities(x[0], p);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 3000; i++) {
                fitted.probabilities(x[i % 30], p);
            }
            assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 3000.0)
                    .isLessThan(4);
        });
    }

    /** Named otherwise, classes have the same probabilities under their other names. */
    @Test
    default void theOrderOfClassesAndRowsDoesNotMatter() {
        double[][] x = rows(60, 1);
        int[] labels = labels(60);
        double[][] reversed = new double[60][];
        int[] renamed = new int[60];
        for (int i = 0; i < 60; i++) {
            reversed[i] = x[59 - i];
            renamed[i] = 2 - labels[59 - i];
        }
        each(spec -> {
            double[] a = new double[3];
            double[] b = new double[3];
            Classifier fitted = spec.fit(x, labels, 3);
            Classifier other = spec.fit(reversed, renamed, 3);
            for (double[] row : x) {
                fitted.probabilities(row, a);
                other.probabilities(row, b);
                assertThat(b).containsExactly(new double[] {a[2], a[1], a[0]}, within(1e-9));
            }
        });
    }

    /** Twice half a row is a row. */
    @Test
    default void aWeightMayComeInParts() {
        double[][] x = rows(30, 1);
        int[] labels = labels(30);
        double[][] doubled = new double[60][];
        double[][] halves = new double[60][3];
        for (int i = 0; i < 60; i++) {
            doubled[i] = x[i / 2];
            halves[i][labels[i / 2]] = 0.5;
        }
        specs().filter(spec -> !spec.fit(x, labels, 3).severalAnswers()).forEach(spec -> {
            double[] a = new double[3];
            double[] b = new double[3];
            Classifier whole = spec.fit(x, labels, 3);
            Classifier parts = spec.fit(doubled, halves);
            for (double[] row : x) {
                whole.probabilities(row, a);
                parts.probabilities(row, b);
                assertThat(b).containsExactly(a, within(1e-9));
            }
        });
    }

    /** One row, one class, a class with one row or none, no weight at all, equal rows. */
    @Test
    default void whatIsHardlyKnownHasProbabilities() {
        double[][] x = rows(9, 1);
        each(spec -> {
            check(spec.fit(new double[][] {{1, 2}}, new int[] {1}, 3), x);
            check(spec.fit(x, new int[9], 1), x);
            check(spec.fit(x, new int[9], 3), x);
            check(spec.fit(x, new int[] {0, 0, 0, 0, 1, 0, 0, 0, 0}, 2), x);
            check(spec.fit(x, new int[] {0, 2, 0, 2, 0, 2, 0, 2, 0}, 3), x);
            check(spec.fit(x, new double[9][3]), x);
            check(spec.fit(new double[][] {{1, 2}, {1, 2}, {1, 2}}, new int[] {0, 1, 1}, 3), x);
            check(spec.fit(new double[3][0], new int[] {0, 1, 1}, 2), new double[1][0]);
        });
    }

    /** A class seen in a share of the rows that have no features has about that probability. */
    @Test
    default void withConstantFeaturesProbabilitiesAreShares() {
        double[][] x = new double[8][2];
        for (double[] row : x) {
            Arrays.fill(row, 3);
        }
        each(spec -> {
            Classifier fitted = spec.fit(x, new int[] {0, 1, 1, 1, 1, 1, 0, 1}, 2);
            double[] coefficients = new double[3];
            boolean centred = !fitted.coefficients(0, coefficients) || coefficients[2] != 0;
            double[] p = new double[2];
            fitted.probabilities(x[0], p);
            assertThat(p[1]).isCloseTo(0.75, within(centred ? 1e-9 : 0.05));
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-150, 1e-8, 1e8, 1e150})
    default void featuresOfAnySizeWork(double scale) {
        double[][] x = rows(30, scale);
        each(spec -> check(spec.fit(x, labels(30), 3), x));
    }

    /** A column that is a multiple of another, one that does not vary, and one a million times as large. */
    @Test
    default void collinearAndConstantColumnsWork() {
        double[][] x = rows(60, 1);
        double[][] wide = new double[60][];
        for (int i = 0; i < 60; i++) {
            wide[i] = new double[] {x[i][0], 2 * x[i][0], 5, x[i][1], 1e6 * x[i][1]};
        }
        each(spec -> check(spec.fit(wide, labels(60), 3), wide));
    }

    static Stream<Function<ClassifierSpec, Classifier>> refused() {
        double[][] x = {{1, 2}, {3, 4}};
        return Stream.of(
                spec -> spec.fit(new double[0][2], new int[0], 2),
                spec -> spec.fit(new double[][] {{1, 2}, {3}}, new int[] {0, 1}, 2),
                spec -> spec.fit(x, new int[] {0, 1, 1}, 2),
                spec -> spec.fit(x, new double[][] {{1, 0}, {1}}),
                spec -> spec.fit(x, new double[][] {{}, {}}),
                spec -> spec.fit(x, new int[] {0, 1}, 0),
                spec -> spec.fit(x, new int[] {0, 2}, 2),
                spec -> spec.fit(x, new int[] {-1, 1}, 2),
                spec -> spec.fit(x, new double[][] {{1, 0}, {1.5, 0}}),
                spec -> spec.fit(x, new double[][] {{1, 0}, {Double.NaN, 0}}),
                spec -> spec.fit(new double[][] {{1, 2}, {3, Double.NaN}}, new int[] {0, 1}, 2),
                spec -> spec.fit(new double[][] {{1, 2}, {3, 1e200}}, new int[] {0, 1}, 2));
    }

    @ParameterizedTest
    @MethodSource("refused")
    default void whatIsNoTrainingSetIsRefused(Function<ClassifierSpec, Classifier> fit) {
        each(spec -> assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.apply(spec))
                .withMessageContaining("must be"));
    }

    @Test
    default void aMissingNumberIsNamed() {
        each(spec -> assertThatIllegalArgumentException()
                .isThrownBy(() -> spec.fit(new double[][] {{1, 2}, {3, Double.NaN}}, new int[] {0, 1}, 2))
                .withMessage("x[1][1] = NaN, must be finite and at most 5.2e151 in size"));
    }

    @Test
    default void anotherNumberOfFeaturesIsRefused() {
        each(spec -> assertThatIllegalArgumentException()
                .isThrownBy(() -> spec.fit(rows(9, 1), labels(9), 3).logits(new double[3], new double[3]))
                .withMessage("x = 3 features, must be 2, as many as were fitted"));
    }
}
