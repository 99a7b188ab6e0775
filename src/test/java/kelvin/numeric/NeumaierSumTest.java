package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeumaierSumTest {
    private static double sum(double... numbers) {
        NeumaierSum sum = new NeumaierSum();
        for (double number : numbers) {
            sum.add(number);
        }
        return sum.value();
    }

    /** Kahan's compensation loses the small one where the next number is larger than the sum. */
    @Test
    void smallNumbersSurviveLargeOnesThatCancel() {
        assertThat(sum(1, 1e100, 1, -1e100)).isEqualTo(2);
        assertThat(sum(-1e100, 1, 1, 1e100)).isEqualTo(2);
        assertThat(1 + 1e100 + 1 - 1e100).isZero();
    }

    @Test
    void aMillionTenthsAreOneRoundingFromTheirSum() {
        NeumaierSum sum = new NeumaierSum();
        double plain = 0;
        for (int i = 0; i < 1_000_000; i++) {
            sum.add(0.1);
            plain += 0.1;
        }
        assertThat(sum.value()).isEqualTo(100_000).isNotEqualTo(plain);
    }

    @Test
    void infiniteSumsAreInfinite() {
        assertThat(sum(1, Double.POSITIVE_INFINITY, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(sum(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aClearedSumBeginsAgain() {
        NeumaierSum sum = new NeumaierSum();
        sum.add(1e100);
        sum.add(1);
        assertThat(sum.clear().value()).isZero();
        sum.add(3);
        assertThat(sum.value()).isEqualTo(3);
    }
}
