package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import kelvin.learner.Players;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws against distribution functions, and against slightly different ones, which must be rejected. */
class GammaSamplerTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 1, 1.5, 10, 1e6})
    void gammasHaveTheirDistribution(double shape) {
        GammaSampler gammas = new GammaSampler(Players.random(1));
        double[] drawn =
                DoubleStream.generate(() -> gammas.gamma(shape)).limit(50_000).toArray();
        assertThat(pValue(drawn, GammaDistribution.of(shape, 1)::cumulativeProbability))
                .isGreaterThan(1e-6);
        double larger = shape + 0.06 * Math.sqrt(shape);
        assertThat(pValue(drawn, GammaDistribution.of(larger, 1)::cumulativeProbability))
                .isLessThan(1e-6);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.4", "0.5, 0.5", "1, 1", "0.5, 3", "20, 3", "5000, 700"})
    void betasHaveTheirDistribution(double a, double b) {
        GammaSampler gammas = new GammaSampler(Players.random(2));
        double[] drawn =
                DoubleStream.generate(() -> gammas.beta(a, b)).limit(50_000).toArray();
        assertThat(pValue(drawn, BetaDistribution.of(a, b)::cumulativeProbability))
                .isGreaterThan(1e-6);
        double larger = a + 0.1 * Math.sqrt(a);
        assertThat(pValue(drawn, BetaDistribution.of(larger, b)::cumulativeProbability))
                .isLessThan(1e-6);
    }

    @Test
    void normalsHaveTheirDistribution() {
        GammaSampler gammas = new GammaSampler(Players.random(3));
        double[] drawn = DoubleStream.generate(gammas::normal).limit(20_000).toArray();
        assertThat(pValue(drawn, NormalDistribution.of(0, 1)::cumulativeProbability))
                .isGreaterThan(1e-6);
        assertThat(pValue(drawn, NormalDistribution.of(0.05, 1)::cumulativeProbability))
                .isLessThan(1e-6);
    }

    private static double pValue(double[] drawn, DoubleUnaryOperator distribution) {
        return KolmogorovSmirnovTest.withDefaults().test(drawn, distribution).getPValue();
    }
}
