package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Ends of the ranges; what lies between is tested with the reward families. */
class KlDivergenceTest {
    /** Of a mean of 0, kl(0, q) = −ln(1 − q). */
    @Test
    void aMeanOfZeroHasABoundAboveIt() {
        assertThat(KlDivergence.bernoulliBound(0, 0.5)).isCloseTo(1 - Math.exp(-0.5), within(1e-15));
        assertThat(KlDivergence.bernoulliBound(0, 1e-20)).isCloseTo(1e-20, within(1e-35));
        assertThat(KlDivergence.poissonBound(0, 0.5)).isCloseTo(0.5, within(1e-15));
        assertThat(KlDivergence.exponentialBound(0, 0.5)).isZero();
    }

    @Test
    void ratiosBeyondTheDoublesHaveALogarithm() {
        assertThat(KlDivergence.poisson(1e-200, 1e200, 1e200)).isEqualTo(1e200);
        assertThat(KlDivergence.poisson(1e200, 1e-200, -1e200))
                .isCloseTo(1e200 * (400 * Math.log(10) - 1), within(1e187));
        assertThat(KlDivergence.exponential(1e-200, 1e200)).isCloseTo(400 * Math.log(10) - 1, within(1e-12));
        assertThat(KlDivergence.exponential(1, 0)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
