package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws against distribution functions, and against slightly different ones, which must be rejected. */
class CountSamplerTest {
    private static final int DRAWS = 50_000;

    /** Tests the probability transform of the counts, spread over the jumps of the distribution, for being uniform. */
    private static double pValue(double[] counts, DiscreteDistribution law) {
        UniformRandomProvider spread = Seed.of(2).generator();
        double[] uniform = DoubleStream.of(counts)
                .map(k -> law.cumulativeProbability((int) k) - spread.nextDouble() * law.probability((int) k))
                .toArray();
        return KolmogorovSmirnovTest.withDefaults()
                .test(uniform, u -> Math.max(0, Math.min(1, u)))
                .getPValue();
    }

    private static double[] draws(DoubleSupplier sampler) {
        return DoubleStream.generate(sampler).limit(DRAWS).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 3, 9.99, 10, 30, 1000, 1e8})
    void poissonCountsHaveTheirDistribution(double mean) {
        CountSampler sampler = new CountSampler(Seed.of(1).generator());
        double[] counts = draws(() -> sampler.poisson(mean));
        assertThat(pValue(counts, PoissonDistribution.of(mean))).isGreaterThan(1e-6);
        assertThat(pValue(counts, PoissonDistribution.of(mean + 0.1 * Math.sqrt(mean))))
                .isLessThan(1e-6);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3", "20, 0.5", "21, 0.1", "300, 0.97", "65535, 0.2", "65535, 0.0001"})
    void binomialCountsHaveTheirDistribution(int trials, double p) {
        CountSampler sampler = new CountSampler(Seed.of(1).generator());
        double[] counts = draws(() -> sampler.binomial(trials, p));
        assertThat(pValue(counts, BinomialDistribution.of(trials, p))).isGreaterThan(1e-6);
        double other = p - 0.1 * Math.sqrt(p * (1 - p) / trials);
        assertThat(pValue(counts, BinomialDistribution.of(trials, other))).isLessThan(1e-6);
    }

    @Test
    void edges() {
        CountSampler sampler = new CountSampler(Seed.of(1).generator());
        assertThat(sampler.binomial(1000, 0)).isZero();
        assertThat(sampler.binomial(1000, 1)).isEqualTo(1000);
        assertThat(sampler.binomial(0, 0.5)).isZero();
        assertThat(sampler.poisson(1e-300)).isZero();
    }
}
