package kelvin.learner.nonstationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import kelvin.json.JsonState;
import kelvin.learner.BanditTask;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.RewardFamily;
import kelvin.learner.index.Index;
import kelvin.learner.index.IndexPlayer;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlrKlUcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new GlrKlUcb(0.05, 0.2, false, 1), new GlrKlUcb(0.05, 0, true, 10));
    }

    private static IndexPlayer player(boolean local) {
        LearnerSpec spec = new GlrKlUcb(0.05, 0, local, 1);
        return (IndexPlayer) spec.create(new BanditTask(2, 1000), Players.random(1));
    }

    /** Returns the number of ones after thirty zeros from which the likelihood ratio exceeds the threshold: n times the entropy of the mean. */
    private static int onesToNotice() {
        int ones = 1;
        double statistic;
        double threshold;
        do {
            double n = 30 + ++ones;
            statistic = -30 * Math.log(30 / n) - ones * Math.log(ones / n);
            threshold = Math.log(3 * n * Math.sqrt(n) / 0.05);
        } while (statistic <= threshold);
        return ones;
    }

    private static IndexPlayer afterOnes(boolean local, int ones) {
        IndexPlayer player = player(local);
        IndexTable.teach(player, 1, 5, 2);
        IndexTable.teach(player, 0, 30, 0);
        IndexTable.teach(player, 0, ones, ones);
        return player;
    }

    @Override
    public boolean keepsEveryReward() {
        return true;
    }

    @Test
    void aChangeIsNoticedWhenTheLikelihoodRatioPassesItsThreshold() {
        int ones = onesToNotice();
        assertThat(afterOnes(false, ones - 1).indices(100)).doesNotContain(Index.UNKNOWN);
        assertThat(afterOnes(false, ones).indices(100)).containsOnly(Index.UNKNOWN);
    }

    /** Restarts, against the test as it is written, made after every reward. */
    @ParameterizedTest
    @CsvSource({"1, 0.05", "1, 0.5", "3, 0.05"})
    void noChangeIsMissedThoughFewTestsAreMade(int every, double errorProbability) {
        assertThat(differences(
                        new GlrKlUcb(errorProbability, 0, true, every), errorProbability, 6000, GlrKlUcbTest::coin))
                .isZero();
        assertThat(differences(
                        new GlrKlUcb(errorProbability, 0, true, every), errorProbability, 1500, GlrKlUcbTest::share))
                .isZero();
    }

    @Test
    void anotherThresholdIsNoticed() {
        assertThat(differences(new GlrKlUcb(0.05, 0, true, 1), 0.051, 6000, GlrKlUcbTest::coin))
                .isPositive();
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"1, 0.05", "1, 0.5", "10, 0.01"})
    void noChangeIsMissedInALongRun(int every, double errorProbability) {
        assertThat(differences(
                        new GlrKlUcb(errorProbability, 0, true, every), errorProbability, 100_000, GlrKlUcbTest::coin))
                .isZero();
    }

    private static double coin(double mean, double u) {
        return u < mean ? 1 : 0;
    }

    private static double share(double mean, double u) {
        return Math.max(0, Math.min(1, mean + u - 0.5));
    }

    /** Counts how often a player and the definition disagree on whether an arm has just been restarted; means jump, some to 0 or 1. */
    private static int differences(GlrKlUcb spec, double errorProbability, int steps, DoubleBinaryOperator pay) {
        IndexPlayer player = (IndexPlayer) spec.create(new BanditTask(2, steps), Players.random(1));
        UniformRandomProvider random = Players.random(2);
        List<Double> rewards = new ArrayList<>();
        int differences = 0;
        double mean = 0.5;
        for (int step = 1; step <= steps; step++) {
            if (random.nextInt(400) == 0) {
                mean = Math.max(0, Math.min(1, random.nextDouble() * 1.4 - 0.2));
            }
            double reward = pay.applyAsDouble(mean, random.nextDouble());
            player.observe(step, 0, reward);
            rewards.add(reward);
            boolean restarted = rewards.size() % spec.every() == 0 && changed(rewards, spec.every(), errorProbability);
            if (restarted) {
                rewards.clear();
            }
            differences += (player.indices(step + 1)[0] == Index.UNKNOWN) == restarted ? 0 : 1;
        }
        return differences;
    }

    private static boolean changed(List<Double> rewards, int every, double errorProbability) {
        int n = rewards.size();
        double all = rewards.stream().mapToDouble(each -> each).sum();
        double threshold = Math.log(3 * Math.pow(n, 1.5) / errorProbability);
        double first = 0;
        for (int s = 1; s < n; s++) {
            first += rewards.get(s - 1);
            double ratio = likelihood(first, s) + likelihood(all - first, n - s) - likelihood(all, n);
            if (s % every == 0 && ratio > threshold) {
                return true;
            }
        }
        return false;
    }

    private static double likelihood(double sum, int n) {
        double p = Math.max(0, Math.min(1, sum / n));
        return n * ((p > 0 ? p * Math.log(p) : 0) + (p < 1 ? (1 - p) * Math.log(1 - p) : 0));
    }

    @Test
    void aLocalRestartLeavesTheOtherArmsAlone() {
        double[] indices = afterOnes(true, onesToNotice()).indices(100);
        assertThat(indices[0]).isEqualTo(Index.UNKNOWN);
        assertThat(indices[1]).isLessThan(1);
    }

    @Test
    void armsAreForcedInTurn() {
        LearnerSpec spec = new GlrKlUcb(0.05, 0.2, false, 1);
        IndexPlayer player = (IndexPlayer) spec.create(new BanditTask(2, 1000), Players.random(1));
        IndexTable.teach(player, 0, 5, 5);
        IndexTable.teach(player, 1, 5, 0);
        assertThat(player.indices(21)[0]).isEqualTo(Index.UNKNOWN);
        assertThat(player.indices(22)[1]).isEqualTo(Index.UNKNOWN);
        assertThat(player.indices(23)).doesNotContain(Index.UNKNOWN);
    }

    /** KL-UCB whose time began with the restart of the arm, after so many ones, or at the first step. */
    @Test
    void theLevelOfAnArmCountsFromItsRestart() {
        int ones = onesToNotice();
        IndexPlayer player = afterOnes(true, ones);
        IndexTable.teach(player, 0, 4, 1);
        double[] indices = player.indices(100);
        assertThat(indices[0])
                .isCloseTo(RewardFamily.BERNOULLI.upper(0.25, 4, Math.log(99 - ones), 1), within(1e-9))
                .isLessThan(RewardFamily.BERNOULLI.upper(0.25, 4, Math.log(99), 1) - 1e-3);
        assertThat(indices[1]).isCloseTo(RewardFamily.BERNOULLI.upper(0.4, 5, Math.log(99), 1), within(1e-9));
    }

    /** Turns and levels count from the restart, also after loading. */
    @Test
    void armsAreForcedInTurnFromTheRestartOn() {
        LearnerSpec spec = new GlrKlUcb(0.05, 0.2, false, 1);
        IndexPlayer player = (IndexPlayer) spec.create(new BanditTask(2, 1000), Players.random(1));
        int ones = onesToNotice();
        IndexTable.teach(player, 0, 30, 0);
        IndexTable.teach(player, 0, ones, ones);
        IndexTable.teach(player, 0, 4, 1);
        IndexTable.teach(player, 1, 4, 1);
        IndexPlayer loaded = (IndexPlayer) spec.create(new BanditTask(2, 1000), Players.random(2));
        JsonState.load("player", JsonState.save(player), loaded);
        for (IndexPlayer each : List.of(player, loaded)) {
            assertThat(each.indices(ones + 1)[0]).isEqualTo(Index.UNKNOWN);
            assertThat(each.indices(ones + 2)[1]).isEqualTo(Index.UNKNOWN);
            assertThat(each.indices(ones + 3)).doesNotContain(Index.UNKNOWN);
            assertThat(each.indices(ones + 10)).doesNotContain(Index.UNKNOWN);
            assertThat(each.indices(ones + 11)[0]).isEqualTo(Index.UNKNOWN);
            assertThat(each.indices(ones + 5)[0])
                    .isCloseTo(RewardFamily.BERNOULLI.upper(0.25, 4, Math.log(4), 1), within(1e-9));
        }
    }
}
