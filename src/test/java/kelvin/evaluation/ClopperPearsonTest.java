package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {
    /** Mendel's peas, as R's manual prints the interval of binom.test(682, 682 + 243). */
    @Test
    void aPublishedInterval() {
        Interval interval = ClopperPearson.interval(682, 925, 0.05);
        assertThat(interval.low()).isCloseTo(0.7076683, within(5e-8));
        assertThat(interval.high()).isCloseTo(0.7654066, within(5e-8));
    }

    /** The ends are quantiles of beta distributions. */
    @ParameterizedTest
    @CsvSource({"1, 2", "1, 290", "289, 290", "50, 100", "3, 1000000", "400000, 1000000", "999999, 1000000"})
    void theEndsAreBetaQuantiles(long k, long n) {
        Interval interval = ClopperPearson.interval(k, n, 0.05);
        double low = BetaDistribution.of(k, n - k + 1.0).inverseCumulativeProbability(0.025);
        double high = BetaDistribution.of(k + 1.0, n - k).inverseCumulativeProbability(0.975);
        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
    }

    @Test
    void noneAndAllHaveClosedForms() {
        double end = 1 - Math.pow(0.025, 1.0 / 40);
        assertThat(ClopperPearson.interval(0, 40, 0.05))
                .isEqualTo(new Interval(0, ClopperPearson.interval(0, 40, 0.05).high()));
        assertThat(ClopperPearson.interval(0, 40, 0.05).high()).isCloseTo(end, within(1e-14));
        assertThat(ClopperPearson.interval(40, 40, 0.05).low()).isCloseTo(1 - end, within(1e-14));
        assertThat(ClopperPearson.interval(40, 40, 0.05).high()).isEqualTo(1);
    }
}
