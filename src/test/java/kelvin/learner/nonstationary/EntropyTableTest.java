package kelvin.learner.nonstationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EntropyTableTest {
    /** Filled in steps, over its first room and beyond. */
    @Test
    void itHoldsTheProductsOfNumbersAndTheirLogarithms() {
        EntropyTable table = new EntropyTable();
        for (int n : new int[] {0, 1, 15, 16, 17, 24, 1000}) {
            table.fill(n);
            for (int x = 0; x <= n; x++) {
                double product = x == 0 ? 0 : x * Math.log(x);
                assertThat(table.at(x)).isCloseTo(product, within(1e-15 * product));
            }
        }
    }

    /** Of 3 ones among 8 at their own mean: 3·ln(3/8) + 5·ln(5/8); where all are alike, 0. */
    @Test
    void logLikelihoodsAreThoseOfTheMean() {
        EntropyTable table = new EntropyTable();
        table.fill(8);
        assertThat(table.logLikelihood(3, 8)).isCloseTo(3 * Math.log(3 / 8.0) + 5 * Math.log(5 / 8.0), within(1e-14));
        assertThat(table.logLikelihood(0, 8)).isZero();
        assertThat(table.logLikelihood(8, 8)).isZero();
    }
}
