package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BesaTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Besa());
    }

    @Override
    public boolean keepsEveryReward() {
        return true;
    }

    @Test
    void armsAreComparedByEquallyManyOfTheirRewards() {
        double share = Players.share(new Besa(), 2, 0, player -> {
            player.select(1);
            player.select(2);
            player.observe(1, 1, 0.5);
            player.observe(2, 0, 0);
            player.observe(3, 0, 0);
            player.observe(4, 0, 1);
            return 5;
        });
        assertThat(share).isCloseTo(1.0 / 3, within(4 * Math.sqrt(2.0 / 9 / 4000)));
    }

    /** Successes drawn at once, against the first places of shuffles. */
    @Test
    void successesAreDrawnAsOftenAsByShuffles() {
        int[] rewards = {1, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0};
        int drawn = 8;
        int rounds = 100_000;
        UniformRandomProvider random = Players.random(1);
        Hypergeometric successes = new Hypergeometric(Players.random(2));
        long[] atOnce = new long[7];
        long[] shuffled = new long[7];
        for (int round = 0; round < rounds; round++) {
            PermutationSampler.shuffle(random, rewards);
            shuffled[IntStream.range(0, drawn).map(i -> rewards[i]).sum()]++;
            atOnce[successes.draw(rewards.length, 6, drawn)]++;
        }
        assertThat(ChiSquareTest.withDefaults().test(atOnce, shuffled).getPValue())
                .isGreaterThan(1e-4);
    }

    @ParameterizedTest
    @CsvSource({"10, 4, 3", "1000, 450, 300", "1000, 3, 999", "100000, 60000, 50", "7, 0, 3", "7, 7, 3", "5, 3, 5"})
    void drawsFollowTheHypergeometricDistribution(int n, int k, int m) {
        HypergeometricDistribution exact = HypergeometricDistribution.of(n, k, m);
        HypergeometricDistribution twin = HypergeometricDistribution.of(n + n / 20, k, m);
        Hypergeometric successes = new Hypergeometric(Players.random(3));
        int[] draws =
                IntStream.range(0, 20_000).map(i -> successes.draw(n, k, m)).toArray();
        assertThat(exact.getSupportLowerBound())
                .isLessThanOrEqualTo(Arrays.stream(draws).min().orElseThrow());
        assertThat(exact.getSupportUpperBound())
                .isGreaterThanOrEqualTo(Arrays.stream(draws).max().orElseThrow());
        assertThat(farthest(draws, exact)).isLessThan(2.2 / Math.sqrt(draws.length));
        assertThat(farthest(draws, twin) > 2.2 / Math.sqrt(draws.length)).isEqualTo(n >= 1000);
    }

    private static double farthest(int[] draws, HypergeometricDistribution law) {
        Arrays.sort(draws);
        double farthest = 0;
        for (int i = 0; i + 1 < draws.length; i++) {
            if (draws[i + 1] > draws[i]) {
                double share = (i + 1.0) / draws.length;
                farthest = Math.max(farthest, Math.abs(law.cumulativeProbability(draws[i]) - share));
            }
        }
        return farthest;
    }

    @Test
    void equalMeansGoToTheArmWithFewerRewards() {
        assertThat(Players.share(new Besa(), 2, 1, player -> {
                    player.select(1);
                    player.select(2);
                    player.observe(1, 1, 1);
                    player.observe(2, 0, 1);
                    player.observe(3, 0, 1);
                    return 4;
                }))
                .isEqualTo(1);
    }

    private static double shareOfTheFirst(double[] first, double[] second) {
        return Players.share(new Besa(), 2, 0, player -> {
            long step = 1;
            for (double reward : first) {
                player.observe(step++, 0, reward);
            }
            for (double reward : second) {
                player.observe(step++, 1, reward);
            }
            return step;
        });
    }

    @Test
    void equallyManyRewardsAreComparedByTheirSums() {
        assertThat(shareOfTheFirst(new double[] {1, 1}, new double[] {1, 0})).isEqualTo(1);
        assertThat(shareOfTheFirst(new double[] {0, 1}, new double[] {1, 1})).isZero();
    }

    /** Of 1.5, 0 and 0, one draw is 1.5 every third time, and no two of them are 3. */
    @Test
    void rewardsOfAnySizeAreDrawnWithoutReplacement() {
        double[] rewards = {1.5, 0, 0};
        assertThat(shareOfTheFirst(rewards, new double[] {0.25}))
                .isCloseTo(1.0 / 3, within(4 * Math.sqrt(2.0 / 9 / 4000)));
        assertThat(shareOfTheFirst(rewards, new double[] {1, 1})).isZero();
        assertThat(shareOfTheFirst(rewards, new double[] {0.5, 0.5}))
                .isCloseTo(2.0 / 3, within(4 * Math.sqrt(2.0 / 9 / 4000)));
    }

    @Test
    void equalArmsTieAtRandom() {
        double share = Players.share(new Besa(), 4, 3, player -> {
            for (int i = 0; i < 4; i++) {
                player.select(i + 1);
                player.observe(i + 1, i, 1);
            }
            return 5;
        });
        assertThat(share).isCloseTo(0.25, within(4 * Math.sqrt(0.25 * 0.75 / 4000)));
    }
}
