package kelvin.policy.subset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedThresholdTest {
    @Test
    void distancesAreInTemperatures() {
        double[] out = new double[3];
        new FixedThreshold(1).logits(new double[] {2, 1, Double.NEGATIVE_INFINITY}, 0.5, out);
        assertThat(out).containsExactly(2, 0, Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aNumberThatIsNotFiniteIsRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FixedThreshold(value))
                .withMessage("value = " + value + ", must be finite");
    }
}
