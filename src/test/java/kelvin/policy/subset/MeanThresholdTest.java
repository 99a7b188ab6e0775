package kelvin.policy.subset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanThresholdTest {
    private static double[] logits(double temperature, double... values) {
        double[] out = new double[values.length];
        new MeanThreshold().logits(values, temperature, out);
        return out;
    }

    @Test
    void onlyOpenActionsCount() {
        double closed = Double.NEGATIVE_INFINITY;
        assertThat(logits(2, 1, closed, 5)).containsExactly(-1, closed, 1);
    }

    /** The mean of these, rounded to a double, is one of them: its distance would be 0. */
    @Test
    void theMeanIsFinerThanADouble() {
        double[] out = logits(1, 1e16, 1e16 + 2, 1e16 + 2);
        assertThat(out).containsExactly(new double[] {-4 / 3.0, 2 / 3.0, 2 / 3.0}, within(1e-15));
    }

    @Test
    void equalValuesAreTheirOwnMean() {
        assertThat(logits(
                        Double.MIN_VALUE,
                        DoubleStream.generate(() -> 0.1).limit(7).toArray()))
                .containsOnly(0);
    }

    @Test
    void ofSubnormalValuesNoDigitIsLost() {
        assertThat(logits(Double.MIN_VALUE, Double.MIN_VALUE, 3 * Double.MIN_VALUE))
                .containsExactly(-1, 1);
    }

    /** To two roundings of the largest, however many: what one sum of so many has lost, the second finds. */
    @Test
    void ofAHundredThousandValuesEveryDistanceIsRight() {
        double[] values = IntStream.range(0, 100_000).mapToDouble(i -> 0.1 * i).toArray();
        BigDecimal sum = Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        double[] out = logits(1, values);
        for (int i : new int[] {0, 12_345, 99_999}) {
            double exact =
                    new BigDecimal(values[i]).subtract(sum.movePointLeft(5)).doubleValue();
            assertThat(out[i]).isCloseTo(exact, within(2 * Math.ulp(1e4)));
        }
    }

    @Test
    void onOneSideOfZeroNothingOverflowsEither() {
        assertThat(logits(1e308, 1.5e308, 1.5e308, 0)).containsExactly(new double[] {0.5, 0.5, -1}, within(1e-15));
        assertThat(logits(1e308, -1.5e308, -1.5e308, 0)).containsExactly(new double[] {-0.5, -0.5, 1}, within(1e-15));
    }

    @Test
    void nothingOverflowsOnTheWay() {
        double[] out = logits(1e308, 1.7e308, 1.7e308, -1.7e308);
        double mean = 1.7 / 3;
        assertThat(out).containsExactly(new double[] {1.7 - mean, 1.7 - mean, -1.7 - mean}, within(1e-15));
        assertThat(logits(1e-300, 1e308, 0, -1e308))
                .containsExactly(Double.POSITIVE_INFINITY, 0, Double.NEGATIVE_INFINITY);
    }
}
