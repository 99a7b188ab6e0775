package kelvin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OutcomeCountTest {
    /** Ten heads of ten: 2/1024. */
    @Test
    void pValuesAreExactAndHaveTwoTails() {
        assertThat(OutcomeCount.of("heads", 0.5, 10, 10).pValue()).isCloseTo(2 / 1024.0, within(1e-17));
        assertThat(OutcomeCount.of("heads", 0.5, 0, 10).pValue()).isCloseTo(2 / 1024.0, within(1e-17));
        assertThat(OutcomeCount.of("heads", 0.5, 5, 10).pValue()).isEqualTo(1);
    }

    @Test
    void theImpossibleMustNotHappenAndTheCertainMust() {
        assertThat(OutcomeCount.of("never", 0, 0, 10).pValue()).isEqualTo(1);
        assertThat(OutcomeCount.of("never", 0, 1, 10).pValue()).isZero();
        assertThat(OutcomeCount.of("always", 1, 10, 10).pValue()).isEqualTo(1);
        assertThat(OutcomeCount.of("always", 1, 9, 10).pValue()).isZero();
        assertThat(OutcomeCount.of("rounded", 1 + 1e-15, 10, 10).pValue()).isEqualTo(1);
    }

    /** With p = 0 a single draw is proof; it comes with power 0.99 if (1 − p)^1000 = 0.01. */
    @Test
    void whatNeverHappensIsNoticedAtOnce() {
        double detectable = OutcomeCount.of("never", 0, 0, 1000).detectable(1000, 1e-6, 0.99);
        assertThat(detectable).isCloseTo(1 - Math.pow(0.01, 1e-3), within(1e-12));
    }

    @Test
    void moreDrawsFindSmallerErrors() {
        OutcomeCount half = OutcomeCount.of("heads", 0.5, 500, 1000);
        assertThat(half.detectable(1_000_000, 1e-6, 0.99))
                .isCloseTo(half.detectable(10_000, 1e-6, 0.99) / 10, within(2e-4));
    }
}
