package kelvin.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedStreamsTest {
    private static final int DRAWS = 100_000;

    private final NumberedStreams streams = Seed.of(7).streams();

    @Test
    void aPlaceIsTheSameWheneverItIsVisited() {
        long[] forwards = LongStream.range(0, 1000).map(n -> first(n % 7, n)).toArray();
        for (int n = 999; n >= 0; n--) {
            assertThat(first(n % 7, n)).isEqualTo(forwards[n]);
        }
    }

    @Test
    void howMuchAnEarlierPlaceConsumedDoesNotMatter() {
        long expected = first(3, 5);
        streams.place(3, 4);
        LongStream.range(0, 100).forEach(i -> streams.nextLong());
        assertThat(first(3, 5)).isEqualTo(expected);
    }

    @Test
    void aNewReaderStandsAtTheFirstPlace() {
        assertThat(Seed.of(7).streams().nextLong()).isEqualTo(first(0, 0));
    }

    @Test
    void aMillionPlacesStartDifferently() {
        long distinct = LongStream.range(0, 1_000_000)
                .map(i -> first(i / 1000, i % 1000))
                .distinct()
                .count();
        assertThat(distinct).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "0, 1, 30", "0, 1, 60", "1, 0, 0", "1, 0, 60", "1, -1, 0", "1, -1, 60", "1, 1, 0", "1, 1, 60"
    })
    void neighboursAreIndependent(long streamStep, long indexStep, int shift) {
        assertThat(neighbours(this::first, streamStep, indexStep, shift)).isGreaterThan(JointBits.REJECTED);
    }

    /** The twin: with arm and index merely added, the n-th reward of an arm is the next arm's reward before. */
    @ParameterizedTest
    @ValueSource(ints = {0, 30, 60})
    void addingArmAndIndexWouldBeRejected(int shift) {
        LongBinaryOperator added = (stream, index) -> new SplitMix64(stream + index).nextLong();
        assertThat(neighbours(added, 1, -1, shift)).isLessThan(JointBits.REJECTED);
    }

    private static double neighbours(LongBinaryOperator place, long streamStep, long indexStep, int shift) {
        return JointBits.pValue(
                i -> place.applyAsLong(i & 255, 1 + (i >> 8)),
                i -> place.applyAsLong((i & 255) + streamStep, 1 + (i >> 8) + indexStep),
                shift);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 32, 48, 56})
    void firstOutputsAreUniform(int shift) {
        long[] observed = new long[256];
        for (int i = 0; i < DRAWS; i++) {
            observed[(int) (first(i % 10, i / 10) >>> shift) & 255]++;
        }
        assertThat(ChiSquareTest.withDefaults().test(observed).getPValue()).isGreaterThan(JointBits.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 9, 999_999, Long.MAX_VALUE})
    void theRewardsOfAnArmAreGaussianAndUncorrelated(long arm) {
        double[] rewards = gaussians(arm, 1);
        assertThat(standardised(rewards, 1)).isBetween(-5.0, 5.0);
        assertThat(standardised(squaresLess1(rewards), 2)).isBetween(-5.0, 5.0);
        assertThat(standardised(products(rewards, rewards, 1), 1)).isBetween(-5.0, 5.0);
        assertThat(standardised(products(rewards, gaussians(arm + 1, 1), 0), 1)).isBetween(-5.0, 5.0);
    }

    /** The twin: two neighbouring indices that share a stream make a correlation of one half, 158 standard errors. */
    @Test
    void sharedStreamsWouldBeRejected() {
        double[] rewards = gaussians(0, 2);
        assertThat(standardised(products(rewards, rewards, 1), 1)).isGreaterThan(100);
    }

    private double[] gaussians(long arm, int share) {
        ContinuousSampler sampler = ZigguratSampler.NormalizedGaussian.of(streams);
        return IntStream.range(0, DRAWS)
                .mapToDouble(n -> {
                    streams.place(arm, n / share);
                    return sampler.sample();
                })
                .toArray();
    }

    private static double[] squaresLess1(double[] x) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] * x[i] - 1).toArray();
    }

    private static double[] products(double[] x, double[] y, int lag) {
        return IntStream.range(lag, x.length)
                .mapToDouble(i -> x[i] * y[i - lag])
                .toArray();
    }

    /** The sum of numbers of mean 0 and the given variance, in its standard deviations. */
    private static double standardised(double[] x, double variance) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i]).sum() / Math.sqrt(variance * x.length);
    }

    private long first(long stream, long index) {
        streams.place(stream, index);
        return streams.nextLong();
    }
}
