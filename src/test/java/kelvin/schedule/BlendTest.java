package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlendTest {
    private static final double HARDLY = 0x1p-50;

    /** By way of a difference of two numbers near the end, no digit would be left. */
    @Test
    void nextToZeroNoDigitIsLost() {
        assertThat(Blend.of(0, 0.3, 1 - HARDLY)).isEqualTo(0.3 * HARDLY);
        assertThat(Blend.of(0, -0.3, 1 - HARDLY)).isEqualTo(-0.3 * HARDLY);
        assertThat(Blend.of(0.3, 0, HARDLY)).isEqualTo(0.3 * HARDLY);
        assertThat(Blend.of(-0.3, 0, HARDLY)).isEqualTo(-0.3 * HARDLY);
    }

    @Test
    void fromZeroToZeroThereIsOnlyZero() {
        assertThat(Blend.of(0, 0, 0.7)).isZero();
    }
}
