package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import kelvin.random.Seed;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws against distribution functions, and against slightly different ones, which must be rejected. */
class TruncatedNormalSamplerTest {
    private static double pValue(double[] drawn, double location, double low, double high) {
        return KolmogorovSmirnovTest.withDefaults()
                .test(drawn, TruncatedNormalDistribution.of(location, 1, low, high)::cumulativeProbability)
                .getPValue();
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "-1, 1", "-0.1, 2", "0, 9", "0.5, 1", "0.5, 9", "3, 3.2", "4, 20", "-2, -1", "-9, -3", "-5, 0"
    })
    void variatesHaveTheirDistribution(double low, double high) {
        TruncatedNormalSampler sampler = new TruncatedNormalSampler(Seed.of(1).generator(), low, high);
        double[] drawn = DoubleStream.generate(sampler::sample).limit(50_000).toArray();
        assertThat(DoubleStream.of(drawn)).allMatch(x -> x >= low && x <= high);
        assertThat(pValue(drawn, 0, low, high)).isGreaterThan(1e-6);
        double spread =
                Math.sqrt(TruncatedNormalDistribution.of(0, 1, low, high).getVariance());
        assertThat(pValue(drawn, 0.1 / spread, low, high)).isLessThan(1e-6);
    }

    @Test
    void farTailsAreDrawnToo() {
        TruncatedNormalSampler sampler = new TruncatedNormalSampler(Seed.of(1).generator(), 1e9, 1e10);
        assertThat(sampler.sample()).isEqualTo(1e9, within(1e-6));
        assertThat(new TruncatedNormalSampler(Seed.of(1).generator(), -1e300, -1e200).sample())
                .isEqualTo(-1e200);
    }
}
