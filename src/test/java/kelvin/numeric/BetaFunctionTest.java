package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against Commons Statistics, and at quantiles against the definition. */
class BetaFunctionTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "0.3, 2", "2, 0.7", "5, 14", "500, 2000", "90000, 10000", "1, 1000000", "1000000, 1"})
    void densitiesAndTailsAreThoseOfTheLibrary(double a, double b) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        for (double p : new double[] {1e-12, 1e-3, 0.1, 0.5, 0.9, 1 - 1e-9}) {
            double x = beta.inverseCumulativeProbability(p);
            double density = BetaFunction.density(a, b, x, 1 - x);
            double wanted = beta.density(x) * x * (1 - x);
            assertThat(density).isCloseTo(wanted, within(1e-9 * wanted + 1e-300));
            double lower = beta.cumulativeProbability(x);
            assertThat(BetaFunction.lower(a, b, x, 1 - x)).isCloseTo(lower, within(1e-9 * lower));
            double upper = beta.survivalProbability(x);
            assertThat(BetaFunction.upper(a, b, x)).isCloseTo(upper, within(1e-9 * upper));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "2, 1", "5, 14", "500, 2000", "90001, 10001", "1, 1000000", "1000000, 1", "3, 5000000"})
    void quantilesAreExceededWithTheirProbability(double a, double b) {
        for (double tail : new double[] {1, 0.999, 0.5, 0.1, 1e-3, 1e-7, 1e-12}) {
            double x = BetaFunction.upperQuantile(a, b, tail);
            double error = BetaFunction.upper(a, b, x) / tail - 1;
            double perUlp = BetaFunction.density(a, b, x, 1 - x) / (1 - x) / tail * 0x1p-52;
            assertThat(Math.abs(error)).isLessThan(1e-12 + 8 * perUlp);
        }
    }

    /** Beta(1, b) and Beta(a, 1) have closed quantiles. */
    @ParameterizedTest
    @CsvSource({"1", "2", "37", "1000", "1000000"})
    void quantilesOfPowersAreClosed(double n) {
        for (double tail : new double[] {0.5, 0.1, 1e-3, 1e-7}) {
            double one = -Math.expm1(Math.log(tail) / n);
            assertThat(BetaFunction.upperQuantile(1, n, tail)).isCloseTo(one, within(1e-12 * one));
            double other = Math.exp(Math.log1p(-tail) / n);
            assertThat(BetaFunction.upperQuantile(n, 1, tail)).isCloseTo(other, within(1e-12 * other));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0.5, 3", "20, 0.1", "1e6, 2"})
    void allOfItLiesBetweenItsEnds(double a, double b) {
        assertThat(BetaFunction.density(a, b, 0, 1)).isZero();
        assertThat(BetaFunction.density(a, b, 1, 0)).isZero();
        assertThat(BetaFunction.lower(a, b, 0, 1)).isZero();
        assertThat(BetaFunction.lower(a, b, 1, 0)).isEqualTo(1);
        assertThat(BetaFunction.upper(a, b, 0, 0)).isEqualTo(1);
        assertThat(BetaFunction.upper(a, b, 1, 0)).isZero();
        assertThat(BetaFunction.upperQuantile(a + 1, b + 1, 1)).isZero();
    }
}
