package kelvin.learner.nonstationary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import kelvin.numeric.Pow;
import org.junit.jupiter.api.Test;

class DiscountedSumsTest {
    @Test
    void aWeightIsTheSameNumberWheneverItIsAskedFor() {
        DiscountedSums sums = new DiscountedSums(1, 0.99);
        for (int time = 0; time < 2; time++) {
            assertThat(LongStream.range(2, 10_000)).allMatch(age -> sums.fading(age) == Pow.of(0.99, age));
        }
    }

    @Test
    void theWeightsOfTheFirstAgesAreExact() {
        DiscountedSums sums = new DiscountedSums(1, 0.3);
        assertThat(new double[] {sums.fading(0), sums.fading(1)}).containsExactly(1, 0.3);
    }

    @Test
    void theWeightsOfAgesThatUnderflowAreZero() {
        DiscountedSums sums = new DiscountedSums(1, 1e-3);
        assertThat(LongStream.of(200, 2000, 1L << 40)).allMatch(age -> sums.fading(age) == 0);
    }
}
