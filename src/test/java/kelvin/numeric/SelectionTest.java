package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {
    private final Selection selection = new Selection();

    /** Numbers in many orders and on many scales, enough of them to be put into buckets. */
    static Stream<double[]> numbers() {
        UniformRandomProvider random = Seed.of(1).generator();
        IntToDoubleFunction uniform = i -> random.nextDouble();
        IntToDoubleFunction wide = i -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(2000) - 1000);
        IntToDoubleFunction close = i -> 1 + random.nextInt(500) * 0x1p-52;
        return Stream.of(
                filled(10, uniform),
                filled(3000, uniform),
                filled(3000, wide),
                filled(20_000, uniform),
                filled(20_000, wide),
                filled(20_000, i -> i < 19_950 ? 1e-300 : 1e300 + i * 1e290),
                filled(3000, close),
                filled(3000, i -> i),
                filled(3000, i -> -i),
                filled(3000, i -> 7),
                filled(3000, i -> i % 3 == 0 ? 0.0 : i % 3 == 1 ? -0.0 : Double.MIN_VALUE),
                filled(3000, i -> i % 2 == 0 ? Double.NEGATIVE_INFINITY : i));
    }

    private static double[] filled(int n, IntToDoubleFunction number) {
        return IntStream.range(0, n).mapToDouble(number).toArray();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void theLargestStandWhereSortingPutsThem(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        for (int k : new int[] {1, 2, 40, 257, 1500, 2999, 3000, Integer.MAX_VALUE}) {
            double expected = sorted[Math.max(0, sorted.length - k)];
            assertThat(selection.largest(numbers, k) == expected)
                    .as("k = %d", k)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void theMassAtOrAboveTheThresholdIsTheLeastThatIsEnough(double[] numbers) {
        double[] weights =
                Arrays.stream(numbers).map(number -> 1 / (1 + Math.abs(number))).toArray();
        Weights.normalise(weights);
        for (double mass : new double[] {1e-6, 0.25, 0.5, 0.9, 0.999}) {
            double rounding = 1e-15 + weights.length * 0x1p-51;
            double threshold = selection.holding(weights, mass);
            assertThat(sum(weights, threshold)).isGreaterThanOrEqualTo(mass - rounding);
            assertThat(sum(weights, Math.nextUp(threshold))).isLessThan(mass + 1e-15);
            assertThat(selection.held()).isCloseTo(sum(weights, threshold), within(1e-15));
        }
    }

    /** Three bits for three numbers above 0, wherever they stand and however many zeros there are. */
    @Test
    void whatFallsShortByRoundingAloneIsEnough() {
        for (int n = 3; n < 9; n++) {
            for (int first = 0; first < n; first++) {
                double[] weights = new double[n];
                weights[first] = 0.5;
                weights[(first + 1) % n] = 0.25;
                weights[(first + 2) % n] = 0.25;
                assertThat(selection.holding(weights, 0.5 + 3 * 0x1p-52)).isEqualTo(0.5);
                assertThat(selection.held()).isEqualTo(0.5);
                assertThat(selection.holding(weights, 0.5 + 4 * 0x1p-52)).isEqualTo(0.25);
                assertThat(selection.held()).isEqualTo(1);
            }
        }
    }

    @Test
    void aShareOfNothingIsHeldByTheLargestAlone() {
        for (int n = 1; n < 9; n++) {
            double[] even = filled(n, i -> 0.25);
            assertThat(selection.holding(even, 0)).isEqualTo(0.25);
            assertThat(selection.holding(even, 1)).isEqualTo(0.25);
            even[n / 2] = 0.5;
            assertThat(selection.holding(even, 0)).isEqualTo(0.5);
        }
    }

    private static double sum(double[] weights, double least) {
        return Weights.sum(
                Arrays.stream(weights).filter(weight -> weight >= least).toArray());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void theNumbersAreNotModified(double[] numbers) {
        double[] before = numbers.clone();
        selection.largest(numbers, 5);
        assertThat(numbers).containsExactly(before);
    }
}
