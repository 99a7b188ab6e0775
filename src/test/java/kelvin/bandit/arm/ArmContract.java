package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** The contract of every arm: its mean, its distribution, its kind of rewards, and no memory between them. */
public interface ArmContract {
    int DRAWS = 20_000;

    /** The arm, of finite variance. */
    Arm arm();

    /** An arm whose mean and distribution are a little different. */
    Arm twin();

    /** P(reward ≤ x) of the arm, from elsewhere. */
    double cdf(double x);

    /** P(reward &lt; x) of the arm; differs from {@link #cdf} where single numbers have probability. */
    default double below(double x) {
        return cdf(x);
    }

    private static double[] draw(Arm arm) {
        ContinuousSampler sampler = arm.sampler(Seed.of(11).generator());
        return DoubleStream.generate(sampler::sample).limit(DRAWS).toArray();
    }

    /** Tests the probability transform of the rewards, spread over the jumps of the distribution, for being uniform. */
    private double pValue(double[] rewards) {
        UniformRandomProvider spread = Seed.of(12).generator();
        double[] transformed = Arrays.stream(rewards)
                .map(x -> below(x) + spread.nextDouble() * (cdf(x) - below(x)))
                .toArray();
        return KolmogorovSmirnovTest.withDefaults()
                .test(transformed, u -> Math.max(0, Math.min(1, u)))
                .getPValue();
    }

    @Test
    default void rewardsFollowTheirDistribution() {
        assertThat(pValue(draw(arm()))).isGreaterThan(1e-6);
        assertThat(pValue(draw(twin()))).isLessThan(1e-6);
    }

    @Test
    default void rewardsHaveTheirMean() {
        double[] rewards = draw(arm());
        double average = Arrays.stream(rewards).average().orElseThrow();
        double variance =
                Arrays.stream(rewards).map(x -> (x - average) * (x - average)).sum() / (DRAWS - 1);
        double error = 4 * Math.sqrt(variance / DRAWS);
        assertThat(average).isCloseTo(arm().mean(), within(error));
        assertThat(average).isNotCloseTo(twin().mean(), within(error));
    }

    @Test
    default void rewardsAreOfTheirKind() {
        assertThat(Arrays.stream(draw(arm()))).allMatch(arm().rewards()::contain);
    }

    @Test
    default void theNthRewardDoesNotRememberTheOthers() {
        NumberedStreams streams = Seed.of(13).streams();
        ContinuousSampler used = arm().sampler(streams);
        double[] forwards =
                IntStream.range(0, 500).mapToDouble(n -> at(streams, n, used)).toArray();
        double[] fresh = IntStream.range(0, 500)
                .mapToDouble(n -> at(streams, n, arm().sampler(streams)))
                .toArray();
        assertThat(fresh).containsExactly(forwards);
    }

    private static double at(NumberedStreams streams, int n, ContinuousSampler sampler) {
        streams.place(7, n);
        return sampler.sample();
    }
}
