package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WeightsTest {
    @Test
    void theSumIsRoundedOnce() {
        assertThat(Weights.sum(new double[] {1, 0x1p-53, 0x1p-53})).isEqualTo(1 + 0x1p-52);
        assertThat(Weights.sum(new double[] {0x1p-53, 0x1p-53, 1})).isEqualTo(1 + 0x1p-52);
        double[] tenths = new double[1_000_000];
        Arrays.fill(tenths, 0.1);
        assertThat(Weights.sum(tenths)).isEqualTo(100_000);
    }

    /** Beside 10⁻²⁰ a probability is 1, but its logarithm is not 0. */
    @Test
    void thePlainSumHoldsEveryWeightOnce() {
        for (int size = 0; size < 20; size++) {
            double[] powers = new double[size];
            for (int i = 0; i < size; i++) {
                powers[i] = Math.scalb(1.0, i);
            }
            assertThat(Weights.plainSum(powers)).isEqualTo(Math.scalb(1.0, size) - 1);
        }
    }

    @Test
    void aLogarithmNearZeroIsThatOfAllOthers() {
        double[] p = {1e-20, 1, 0, 3e-20};
        Weights.logarithms(p);
        assertThat(p)
                .containsExactly(
                        StrictMath.log(1e-20), -(1e-20 + 3e-20), Double.NEGATIVE_INFINITY, StrictMath.log(3e-20));
    }

    @Test
    void drawsFallWhereTheWeightsEnd() {
        double[] weights = {1, 0, 2, 1};
        assertThat(drawn(weights, 0)).isEqualTo(0);
        assertThat(drawn(weights, 0.249)).isEqualTo(0);
        assertThat(drawn(weights, 0.25)).isEqualTo(2);
        assertThat(drawn(weights, 0.749)).isEqualTo(2);
        assertThat(drawn(weights, 0.75)).isEqualTo(3);
        assertThat(drawn(weights, 1 - 0x1p-53)).isEqualTo(3);
    }

    /** Elsewhere, a draw past the last partial sum became action 0, −1 or an error. */
    @Test
    void theLargestDrawMeetsTheLastThatHasWeight() {
        double[] tenths = new double[12];
        Arrays.fill(tenths, 0, 10, 0.1);
        assertThat(drawn(tenths, 1 - 0x1p-53)).isEqualTo(9);
    }

    @Test
    void weightsThatVanishBesideTheSumAreNeverDrawn() {
        assertThat(Double.MIN_VALUE / 2.0).isZero();
        assertThat(drawn(new double[] {Double.MIN_VALUE, 1, 1}, 0)).isEqualTo(1);
        assertThat(drawn(new double[] {Double.MIN_VALUE, 0.5}, 0)).isEqualTo(0);
    }

    /** A generator whose next double is u. */
    private static int drawn(double[] weights, double u) {
        return Weights.draw(weights, () -> (long) (u * 0x1p53) << 11);
    }
}
