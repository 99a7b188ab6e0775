package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.arm.Empirical;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.testbed.Alternating;
import kelvin.bandit.testbed.Delayed;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.bandit.testbed.Rotting;
import kelvin.bandit.testbed.Shifts;
import kelvin.bandit.testbed.Switching;
import kelvin.contract.Rewards;
import kelvin.learner.FullInformation;
import kelvin.learner.Learner;
import kelvin.learner.Recommender;
import kelvin.metric.Metric;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class RunTest {
    /** Always takes one arm, if it is open, and keeps a diary. */
    private static class Diary implements Learner {
        final List<String> lines = new ArrayList<>();
        private final int favourite;
        private int choice;

        Diary(int favourite) {
            this.favourite = favourite;
            this.choice = favourite;
        }

        @Override
        public int select(long step) {
            lines.add("select " + step);
            return choice;
        }

        @Override
        public void observe(long step, int action, double reward) {
            lines.add("observe " + step + " " + action + " " + reward);
        }

        @Override
        public void open(BitSet actions) {
            lines.add("open " + actions);
            choice = actions.get(favourite) ? favourite : actions.nextSetBit(0);
        }
    }

    private static final class Student extends Diary implements FullInformation {
        Student() {
            super(0);
        }

        @Override
        public void observeAll(long step, double[] rewards) {
            lines.add("all " + step + " " + rewards[0] + " " + rewards[1]);
        }

        @Override
        public void observe(long step, int action, double reward) {
            FullInformation.super.observe(step, action, reward);
        }
    }

    private static final class Adviser extends Diary implements Recommender {
        Adviser() {
            super(0);
        }

        @Override
        public int recommendation() {
            return 1;
        }
    }

    private static Testbed pair(double first, double second) {
        return new FixedTestbed(List.of(new Constant(first), new Constant(second)));
    }

    private static PlayedRun play(Learner learner, Testbed testbed, Rewards allowed, long horizon) {
        Recommender adviser = learner instanceof Recommender able ? able : null;
        Run run = new Run(
                learner,
                adviser,
                testbed.open(Seed.of(1), horizon),
                allowed,
                Tracer.none(),
                ContextNotes.none(),
                decisions -> {});
        return new PlayedRun(run, horizon, 2);
    }

    private static List<String> diary(Diary learner, Testbed testbed, long horizon) {
        play(learner, testbed, Rewards.REAL, horizon);
        return learner.lines;
    }

    @Test
    void aRewardOnTimeIsSeenBeforeTheNextDecision() {
        assertThat(diary(new Diary(1), pair(1, 2), 2))
                .containsExactly("select 1", "observe 1 1 2.0", "select 2", "observe 2 1 2.0");
    }

    @Test
    void aLateRewardNamesItsDecision() {
        assertThat(diary(new Diary(1), new Delayed(pair(1, 2), new Constant(2), 0), 4))
                .containsExactly("select 1", "select 2", "select 3", "observe 1 1 2.0", "select 4", "observe 2 1 2.0");
    }

    @Test
    void aLostRewardIsEarnedButNeverSeen() {
        Diary diary = new Diary(1);
        PlayedRun run = play(diary, new Delayed(pair(1, 2), new Constant(0), 1), Rewards.REAL, 2);
        assertThat(diary.lines).containsExactly("select 1", "select 2");
        assertThat(run.overall(Metric.REWARD)).isEqualTo(2);
    }

    @Test
    void rewardsMayOvertakeEachOther() {
        Arm uneven = new Empirical(List.of(0.0, 9.0));
        List<String> lines = diary(new Diary(0), new Delayed(pair(1, 2), uneven, 0), 60);
        long[] seen = lines.stream()
                .filter(line -> line.startsWith("observe"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("observe (\\d+) .*", "$1")))
                .toArray();
        assertThat(seen).doesNotHaveDuplicates().hasSizeBetween(51, 60);
        assertThat(seen).isNotEqualTo(Arrays.stream(seen).sorted().toArray());
    }

    @Test
    void openArmsAreToldOnlyWhenTheyChange() {
        assertThat(diary(new Diary(0), new Shifts(pair(1, 2), 1, 2), 4))
                .filteredOn(line -> !line.startsWith("observe"))
                .containsExactly("open {0}", "select 1", "select 2", "open {1}", "select 3", "select 4");
    }

    @Test
    void regretIsAgainstTheBestOpenArm() {
        PlayedRun run = play(new Diary(0), new Shifts(pair(1, 2), 1, 2), Rewards.REAL, 4);
        assertThat(run.overall(Metric.REGRET)).isZero();
        assertThat(run.overall(Metric.OPTIMAL_ACTION)).isEqualTo(1);
        assertThat(play(new Diary(0), pair(1, 2), Rewards.REAL, 4).overall(Metric.REGRET))
                .isEqualTo(4);
    }

    @Test
    void theBestArmIsOptimal() {
        assertThat(play(new Diary(1), pair(1, 2), Rewards.REAL, 2).overall(Metric.OPTIMAL_ACTION))
                .isEqualTo(1);
        assertThat(play(new Diary(0), pair(1, 2), Rewards.REAL, 2).overall(Metric.OPTIMAL_ACTION))
                .isZero();
    }

    @Test
    void uniformPlayIsKnownToLoseWhereArmsDoNotChange() {
        PlayedRun steady = play(new Diary(1), pair(1, 2), Rewards.REAL, 4);
        assertThat(steady.growth()).containsExactly(0, 0, 0.5);
        Testbed change = new Switching(List.of(pair(1, 0), pair(0, 3)), List.of(2L));
        assertThat(play(new Diary(0), change, Rewards.REAL, 4).growth()).endsWith(Double.NaN);
    }

    @Test
    void regretIsAgainstTheBestArmOfTheStep() {
        Testbed change = new Switching(List.of(pair(1, 0), pair(0, 3)), List.of(2L));
        assertThat(play(new Diary(0), change, Rewards.REAL, 4).overall(Metric.REGRET))
                .isEqualTo(6);
        assertThat(play(new Diary(1), change, Rewards.REAL, 4).overall(Metric.OPTIMAL_ACTION))
                .isEqualTo(0.5);
    }

    @Test
    void regretIsAgainstTheBestFixedArmInHindsight() {
        // rewards of arm 0: ½ 0 1 0, of arm 1: 0 1 0 1; the better arm is the second
        assertThat(play(new Diary(0), new Alternating(), Rewards.REAL, 4).overall(Metric.REGRET))
                .isEqualTo(0.5);
        assertThat(play(new Diary(1), new Alternating(), Rewards.REAL, 4).overall(Metric.REGRET))
                .isZero();
    }

    @Test
    void theMeanOfAStepIsThatBeforeItsPull() {
        Testbed wearing = new Rotting(List.of(new Gaussian(4, 0), new Gaussian(1, 0)), 1);
        PlayedRun run = play(new Diary(0), wearing, Rewards.REAL, 4);
        assertThat(run.overall(Metric.REGRET)).isZero();
        assertThat(run.overall(Metric.REWARD)).isEqualTo((4 + 2 + 4 / 3.0 + 1) / 4);
    }

    @Test
    void fullInformationIsGivenAllAtOnce() {
        assertThat(diary(new Student(), new Alternating(), 2))
                .containsExactly("select 1", "all 1 0.5 0.0", "select 2", "all 2 0.0 1.0");
        assertThat(play(new Student(), pair(3, 2), Rewards.REAL, 4).overall(Metric.REWARD))
                .isEqualTo(3);
    }

    /** The better of two arms comes first. */
    @Test
    void choicesAreCountedByTheRankOfTheirArm() {
        assertThat(play(new Diary(1), pair(1, 2), Rewards.REAL, 4).selected()).containsExactly(4, 0);
        assertThat(play(new Diary(0), pair(1, 2), Rewards.REAL, 4).selected()).containsExactly(0, 4);
    }

    @Test
    void aRecommendationIsJudgedByItsMean() {
        PlayedRun run = play(new Adviser(), pair(1, 0.25), Rewards.REAL, 3);
        assertThat(run.overall(Metric.SIMPLE_REGRET)).isEqualTo(0.75);
        assertThat(run.overall(Metric.IDENTIFICATION_ERROR)).isEqualTo(1);
        assertThat(play(new Adviser(), pair(1, 1), Rewards.REAL, 3).overall(Metric.IDENTIFICATION_ERROR))
                .isZero();
    }

    @Test
    void aRewardTheLearnerIsNotMadeForFailsTheRun() {
        Testbed change = new Switching(List.of(pair(1, 0), pair(2, 0)), List.of(2L));
        assertThatThrownBy(() -> play(new Diary(0), change, Rewards.UNIT_INTERVAL, 4))
                .hasMessage("step 3: arm 0 paid 2.0, this learner needs rewards in [0, 1]");
    }

    @Test
    void aClosedArmFailsTheRun() {
        Diary stubborn = new Diary(0) {
            @Override
            public void open(BitSet actions) {
                lines.add("ignored");
            }
        };
        assertThatThrownBy(() -> play(stubborn, new Shifts(pair(1, 2), 1, 2), Rewards.REAL, 4))
                .hasMessage("step 3: arm 0 is closed, must be one of {1}");
    }
}
