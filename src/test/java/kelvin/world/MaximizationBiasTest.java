package kelvin.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MaximizationBiasTest implements WorldContract {
    @Override
    public World world() {
        return new MaximizationBias(10);
    }

    @Test
    void goingLeftLosesATenth() {
        Solution optimal = Solution.optimal(Dynamics.of(world()));
        assertThat(optimal.value(0, 0)).isEqualTo(-0.1);
        assertThat(optimal.value(0, 1)).isZero();
        assertThat(optimal.value(0, 2)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void oneNoisyActionIsNoChoice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MaximizationBias(1))
                .withMessageContaining("choices");
    }
}
