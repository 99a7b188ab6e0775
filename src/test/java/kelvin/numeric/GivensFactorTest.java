package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The factor against elimination on the normal equations of small whole numbers, for every number of coordinates up to 13. */
class GivensFactorTest {
    private static final double LAMBDA = 0.5;

    private static IntStream sizes() {
        return IntStream.rangeClosed(1, 13);
    }

    /** A fixed sequence of small whole numbers. */
    private static double[][] observations(int number, int size) {
        long state = 12345;
        double[][] rows = new double[number][size + 1];
        for (double[] row : rows) {
            for (int j = 0; j <= size; j++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                row[j] = (state >>> 60) - 7;
            }
        }
        return rows;
    }

    /** Solves (λI + Σ xxᵀ)·y = right by elimination with the largest pivot. */
    private static double[] solve(double[][] observations, int size, double[] right) {
        double[][] a = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            a[i][i] = LAMBDA;
            a[i][size] = right[i];
            for (double[] row : observations) {
                for (int j = 0; j < size; j++) {
                    a[i][j] += row[i] * row[j];
                }
            }
        }
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < size; i++) {
                double share = i == k ? 0 : a[i][k] / a[k][k];
                for (int j = k; j <= size; j++) {
                    a[i][j] -= share * a[k][j];
                }
            }
        }
        return IntStream.range(0, size).mapToDouble(k -> a[k][size] / a[k][k]).toArray();
    }

    private static double[] moment(double[][] observations, int size) {
        double[] b = new double[size];
        for (double[] row : observations) {
            for (int j = 0; j < size; j++) {
                b[j] += row[size] * row[j];
            }
        }
        return b;
    }

    private static double[] first(double[] row, int size) {
        return Arrays.copyOf(row, size);
    }

    private static double product(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(j -> a[j] * b[j]).sum();
    }

    /** One factor, and two on top of each other at every split, hold the same problem. */
    @ParameterizedTest
    @MethodSource("sizes")
    void solutionsAndWidths(int size) {
        double[][] observations = observations(2 * size + 3, size);
        double[] theta = solve(observations, size, moment(observations, size));
        double[] probe = first(observations(1, size)[0], size);
        double square = product(probe, solve(observations, size, probe));
        for (int split = 0; split < size; split++) {
            GivensFactor low = new GivensFactor(null, split, 1 / LAMBDA);
            GivensFactor high = new GivensFactor(split == 0 ? null : low, size - split, 1 / LAMBDA);
            for (double[] row : observations) {
                high.rotate(first(row, size), row[size], size);
            }
            double[] found = new double[size];
            high.solve(found);
            assertThat(found).containsExactly(theta, within(1e-12));
            high.solve();
            assertThat(high.solution()).isEqualTo(found);
            double[] p = probe.clone();
            assertThat(high.forward(p) + low.forward(p)).isCloseTo(square, within(1e-12));
            assertThat(high.product(p) + low.product(p)).isCloseTo(product(probe, theta), within(1e-11));
        }
    }

    /** R⁻¹√E of all unit vectors is a square root of A⁻¹. */
    @ParameterizedTest
    @MethodSource("sizes")
    void deviationsMakeTheCovariance(int size) {
        double[][] observations = observations(size, size);
        GivensFactor factor = new GivensFactor(null, size, 1 / LAMBDA);
        for (double[] row : observations) {
            factor.rotate(first(row, size), row[size], size);
        }
        double[] sums = new double[size];
        for (int c = 0; c < size; c++) {
            double[] y = new double[size];
            y[c] = factor.deviation(c);
            factor.back(y);
            for (int j = 0; j < size; j++) {
                sums[j] += y[j] * y[0];
            }
        }
        double[] unit = new double[size];
        unit[0] = 1;
        assertThat(sums).containsExactly(solve(observations, size, unit), within(1e-13));
    }

    /** An observation that ends in zeros changes the same numbers when it is not looked at to its end. */
    @Test
    void leadingCoordinatesAlone() {
        GivensFactor whole = filled();
        GivensFactor part = filled();
        whole.rotate(new double[] {1, -2, 3, 1, 0, 0, 0}, 2, 7);
        part.rotate(new double[] {1, -2, 3, 1, 0, 0, 0}, 2, 4);
        assertThat(state(part)).containsExactly(state(whole), within(1e-14));
    }

    private static GivensFactor filled() {
        GivensFactor factor = new GivensFactor(null, 7, 1 / LAMBDA);
        for (double[] row : observations(5, 7)) {
            factor.rotate(first(row, 7), row[7], 7);
        }
        return factor;
    }

    private static double[] state(GivensFactor factor) {
        double[] state = new double[36];
        assertThat(factor.write(state, 1)).isEqualTo(36);
        return state;
    }

    @Test
    void aCopyIsApartFromItsOriginal() {
        GivensFactor original = filled();
        double[] before = state(original);
        GivensFactor copy = original.copy(null);
        original.rotate(new double[] {1, 2, 3, 4, 5, 6, 7}, 8, 7);
        assertThat(state(copy)).isEqualTo(before);
        assertThat(state(original)).isNotEqualTo(before);
        double[] later = state(original);
        copy.fade(0.5);
        assertThat(state(original)).isEqualTo(later);
        assertThat(state(copy)[1]).isEqualTo(2 * before[1]);
        GivensFactor read = new GivensFactor(null, 7, 1);
        assertThat(read.read(later, 1)).isEqualTo(36);
        assertThat(state(read)).isEqualTo(later);
    }

    /** With all weights halved, λ among them, the solution stays and uncertainty doubles. */
    @Test
    void fadingKeepsTheSolution() {
        GivensFactor factor = filled();
        double[] theta = new double[7];
        factor.solve(theta);
        double square = factor.forward(new double[] {1, 1, 1, 1, 1, 1, 1});
        factor.fade(0.5);
        double[] later = new double[7];
        factor.solve(later);
        assertThat(later).isEqualTo(theta);
        assertThat(factor.forward(new double[] {1, 1, 1, 1, 1, 1, 1})).isEqualTo(2 * square);
    }
}
