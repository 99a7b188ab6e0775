package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class TwoProductTest {
    /** A fused multiply-add rounds once, and the error of a product is a double. */
    @Test
    void theErrorIsThatOfAFusedMultiplyAdd() {
        UniformRandomProvider random = Seed.of(1).generator();
        int inexact = 0;
        for (int i = 0; i < 10_000; i++) {
            double a = Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 100);
            double b = Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 100);
            double error = TwoProduct.error(a, b, a * b);
            assertThat(error).isEqualTo(Math.fma(a, b, -(a * b)));
            inexact += error != 0 ? 1 : 0;
        }
        assertThat(inexact).isGreaterThan(9000);
    }
}
