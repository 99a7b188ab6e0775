package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
    private static RunSummary of(double... values) {
        return RunSummary.of(new RunValues("a", Metric.REGRET, values));
    }

    /** R: {@code t.test(sleep$extra[sleep$group == 1])} gives mean 0.75 and the interval [-0.5297804, 2.0297804]. */
    @Test
    void theIntervalIsStudents() {
        RunSummary s = of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
        assertThat(s.mean()).isCloseTo(0.75, within(1e-15));
        assertThat(s.low()).isCloseTo(-0.5297804, within(5e-8));
        assertThat(s.high()).isCloseTo(2.0297804, within(5e-8));
        assertThat(s.repetitions()).isEqualTo(10);
    }

    /** With one degree of freedom t(0.975) = tan(0.475π) = 12.706204736…, in every table. */
    @Test
    void twoValuesGiveTheWidestInterval() {
        RunSummary s = of(1, 3);
        assertThat(s.standardError()).isCloseTo(1, within(1e-15));
        assertThat(s.high() - s.mean()).isCloseTo(12.706204736, within(1e-8));
    }

    /** By hand: h = 3·0.05 = 0.15 and 3·0.95 = 2.85 on the sorted values 1, 2, 4, 8. */
    @Test
    void quantilesAreOfTypeSeven() {
        RunSummary s = of(8, 1, 4, 2);
        assertThat(new double[] {s.min(), s.q05(), s.median(), s.q95(), s.max()})
                .containsExactly(new double[] {1, 1.15, 3, 7.4, 8}, within(1e-14));
    }

    @Test
    void oneValueHasNoSpread() {
        RunSummary s = of(5);
        assertThat(new double[] {s.standardError(), s.low(), s.high()}).containsOnly(Double.NaN);
        assertThat(new double[] {s.mean(), s.min(), s.q05(), s.median(), s.q95(), s.max()})
                .containsOnly(5);
    }

    @Test
    void theValuesKeepTheirOrder() {
        double[] values = {3, 1, 2};
        of(values);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void aLargeOffsetDoesNotDrownTheSpread() {
        assertThat(of(1e9 + 1, 1e9 + 2, 1e9 + 3).standardError()).isCloseTo(Math.sqrt(1 / 3.0), within(1e-7));
    }

    /** SciPy 1.17, a million resamples: {@code bootstrap((x,), mean, method='BCa')} gives [1.0333, 5.5067]; {@code skew(x)}. */
    @Test
    void fewSkewedValuesHaveABootstrapInterval() {
        RunSummary s = of(0.3, 0.1, 2.2, 0.8, 0.2, 14.5, 0.7, 1.1, 0.4, 3.9, 0.6, 0.9, 1.7, 0.2, 6.3);
        assertThat(s.skewness()).isCloseTo(2.5267143739294977, within(1e-14));
        assertThat(s.lower()).isCloseTo(1.0333, within(0.03));
        assertThat(s.upper()).isCloseTo(5.5067, within(0.25));
        assertThat(s.low()).isCloseTo(s.mean() - 2.1447867 * s.standardError(), within(1e-6));
    }

    /** Squares and cubes of such numbers are beyond all doubles, or below them; powers of two change no digit of what is expected. */
    @Test
    void numbersOfAnySizeHaveTheSameSummaryInTheirUnit() {
        double[] values = {0.3, 0.1, 2.2, 0.8, 0.2, 14.5, 0.7, 1.1, 0.4, 3.9, 0.6, 0.9, 1.7, 0.2, 6.3};
        RunSummary s = of(values);
        for (int exponent : new int[] {1000, -1000}) {
            RunSummary scaled = of(Arrays.stream(values)
                    .map(value -> Math.scalb(value, exponent))
                    .toArray());
            assertThat(scaled.skewness()).isEqualTo(s.skewness());
            assertThat(new double[] {
                        scaled.mean(), scaled.standardError(), scaled.high(), scaled.bcaLow(), scaled.bcaHigh()
                    })
                    .containsExactly(
                            Arrays.stream(new double[] {s.mean(), s.standardError(), s.high(), s.bcaLow(), s.bcaHigh()})
                                    .map(value -> Math.scalb(value, exponent))
                                    .toArray());
        }
    }

    /** By Cochran's rule: the skewness of Bernoulli values is (1 − 2p)/√(p(1 − p)): 8/3 for a tenth. */
    @Test
    void manyValuesNeedNone() {
        double[] values = new double[1000];
        Arrays.fill(values, 0, 100, 1);
        RunSummary s = of(values);
        assertThat(s.skewness()).isCloseTo(8.0 / 3, within(1e-12));
        assertThat(s.bcaLow()).isNaN();
        assertThat(s.upper()).isEqualTo(s.high());
        assertThat(of(Arrays.copyOfRange(values, 90, 190)).skewed()).isTrue();
    }

    @Test
    void halfTheWidthIsThatOfTheReportedInterval() {
        assertThat(of(1, 3).halfWidth()).isCloseTo(12.706204736, within(1e-8));
        RunSummary skewed = of(0.3, 0.1, 2.2, 0.8, 0.2, 14.5, 0.7, 1.1, 0.4, 3.9, 0.6, 0.9, 1.7, 0.2, 6.3);
        assertThat(skewed.halfWidth())
                .isCloseTo((skewed.bcaHigh() - skewed.bcaLow()) / 2, within(1e-15))
                .isNotCloseTo((skewed.high() - skewed.low()) / 2, within(0.01));
        assertThat(of(5).halfWidth()).isNaN();
    }

    /** (1 − s)ⁿ = 0.05, by hand: 1 − 0.05 and 1 − √0.05; about 3/n for many. */
    @Test
    void aRareEventMayBeMissing() {
        assertThat(RunSummary.missedShare(1)).isCloseTo(0.95, within(1e-15));
        assertThat(RunSummary.missedShare(2)).isCloseTo(1 - Math.sqrt(0.05), within(1e-15));
        assertThat(RunSummary.missedShare(1000)).isCloseTo(0.0029912, within(1e-7));
    }

    /** n > 25·G₁², and at least ten. */
    @Test
    void cochransRuleIsExactAtItsEnds() {
        assertThat(RunSummary.skewed(10, 1)).isTrue();
        assertThat(RunSummary.skewed(9, 1)).isFalse();
        assertThat(RunSummary.skewed(25, 1)).isTrue();
        assertThat(RunSummary.skewed(26, 1)).isFalse();
        assertThat(RunSummary.skewed(26, -2)).isTrue();
    }
}
