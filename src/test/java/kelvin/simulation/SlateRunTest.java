package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.slate.Cascade;
import kelvin.bandit.slate.SemiBandit;
import kelvin.bandit.slate.SlateBandit;
import kelvin.bandit.testbed.Delayed;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.bandit.testbed.Shifts;
import kelvin.bandit.testbed.Switching;
import kelvin.contract.Rewards;
import kelvin.contract.Slate;
import kelvin.learner.BanditTask;
import kelvin.learner.slate.SlateLearner;
import kelvin.learner.slate.SubsetLearner;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.policy.subset.ExactlyM;
import kelvin.policy.subset.IndependentGates;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import org.junit.jupiter.api.Test;

class SlateRunTest {
    /** Always shows the same arms and keeps a diary. */
    private static class Diary implements SlateLearner {
        final List<String> lines = new ArrayList<>();
        private final int[] favourites;

        Diary(int... favourites) {
            this.favourites = favourites;
        }

        @Override
        public void select(long step, Slate slate) {
            IntStream.of(favourites).forEach(slate::add);
        }

        @Override
        public void observe(long step, Slate slate) {
            List<Object> line = new ArrayList<>(List.of(step));
            for (int place = 0; place < slate.seen(); place++) {
                line.add(slate.action(place) + " paid " + slate.reward(place));
            }
            lines.add(line + " in all " + slate.payoff());
        }

        @Override
        public void open(BitSet actions) {
            lines.add("open " + actions);
        }
    }

    private static Testbed constants(double... means) {
        return new FixedTestbed(IntStream.range(0, means.length)
                .mapToObj(i -> (Arm) new Constant(means[i]))
                .toList());
    }

    private static SlateRun run(SlateLearner learner, Testbed testbed, Rewards allowed, long horizon) {
        SlateBandit bandit = SlateBandit.of(testbed.open(Seed.of(1), horizon));
        return new SlateRun(learner, bandit, testbed.slates(), allowed, Tracer.none(), decisions -> {});
    }

    private static PlayedRun play(SlateLearner learner, Testbed testbed, long horizon) {
        return new PlayedRun(run(learner, testbed, Rewards.REAL, horizon), horizon, testbed.size());
    }

    @Test
    void everySeenRewardAndThePayoffAreTold() {
        Diary diary = new Diary(2, 0);
        play(diary, new SemiBandit(constants(1, 2, 4), 0, 3, 0.5), 2);
        assertThat(diary.lines)
                .containsExactly("[1, 2 paid 3.5, 0 paid 0.5] in all 4.0", "[2, 2 paid 3.5, 0 paid 0.5] in all 4.0");
    }

    @Test
    void whatIsNotSeenIsNotTold() {
        Testbed sure = new FixedTestbed(List.of(new Bernoulli(0), new Bernoulli(1), new Bernoulli(1)));
        Diary diary = new Diary(0, 1, 2);
        play(diary, new Cascade(sure, 3), 1);
        assertThat(diary.lines).containsExactly("[1, 0 paid 0.0, 1 paid 1.0] in all 1.0");
    }

    @Test
    void regretIsAgainstTheBestSlate() {
        PlayedRun run = play(new Diary(0, 2), new SemiBandit(constants(1, 2, 4, 3), 0, 3, 1.5), 4);
        // best: 4 − 1.5 + 3 − 1.5 + 2 − 1.5 = 4.5; shown: 1 − 1.5 + 4 − 1.5 = 2
        assertThat(run.overall(Metric.REGRET)).isCloseTo(4 * 2.5, within(1e-12));
        assertThat(run.overall(Metric.REWARD)).isEqualTo(2);
        assertThat(run.overall(Metric.OPTIMAL_ACTION)).isZero();
    }

    @Test
    void anyBestSlateIsOptimalAndLosesNothing() {
        Testbed tied = new SemiBandit(constants(0.1, 0.2, 0.3, 0.1), 3, 3, 0);
        PlayedRun run = play(new Diary(3, 2, 1), tied, 4);
        assertThat(run.overall(Metric.REGRET)).isZero();
        assertThat(run.overall(Metric.OPTIMAL_ACTION)).isEqualTo(1);
    }

    @Test
    void regretIsAgainstTheBestSlateOfTheStep() {
        Testbed change = new Switching(List.of(constants(1, 0, 1), constants(0, 3, 1)), List.of(2L));
        PlayedRun run = play(new Diary(0, 2), new SemiBandit(change, 2, 2, 0), 4);
        assertThat(run.overall(Metric.REGRET)).isEqualTo(2 * 3);
        assertThat(run.overall(Metric.OPTIMAL_ACTION)).isEqualTo(0.5);
    }

    @Test
    void everyShownArmIsASelection() {
        Testbed testbed = new SemiBandit(constants(1, 2, 4), 0, 3, 0);
        PlayedRun run = new PlayedRun(run(new Diary(0, 1), testbed, Rewards.REAL, 5), 5, 2);
        // ranks by mean: arms 2, 1, 0; the third is not counted
        assertThat(run.selected()).containsExactly(0, 5);
    }

    @Test
    void lateAnswersNameTheirDecision() {
        Diary diary = new Diary(1, 0);
        play(diary, new SemiBandit(new Delayed(constants(1, 2), new Constant(2), 0), 0, 2, 0), 3);
        assertThat(diary.lines).containsExactly("[1, 1 paid 2.0, 0 paid 1.0] in all 3.0");
    }

    @Test
    void openArmsAreTold() {
        Diary diary = new Diary();
        play(diary, new SemiBandit(new Shifts(constants(1, 2), 1, 2), 0, 2, 0), 3);
        assertThat(diary.lines).filteredOn(line -> line.startsWith("open")).containsExactly("open {0}", "open {1}");
    }

    @Test
    void anOrdinaryBanditTakesSlatesOfOne() {
        PlayedRun run = play(new Diary(0), constants(1, 4), 3);
        assertThat(run.overall(Metric.REGRET)).isEqualTo(9);
        assertThatThrownBy(() -> play(new Diary(0, 1), constants(1, 4), 3))
                .hasMessage("step 1: the answer has 2 actions, the testbed takes 1 action");
    }

    @Test
    void aRewardTheLearnerIsNotMadeForFailsTheRun() {
        Testbed testbed = new SemiBandit(constants(1, 4), 0, 2, 0);
        SlateRun run = run(new Diary(0, 1), testbed, Rewards.UNIT_INTERVAL, 3);
        assertThatThrownBy(() -> new PlayedRun(run, 3, 2))
                .hasMessage("step 1: arm 1 paid 4.0, this learner needs rewards in [0, 1]");
    }

    @Test
    void aStepAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeThat(threads.isThreadAllocatedMemoryEnabled()).isTrue();
        Testbed testbed = new SemiBandit(constants(0.1, 0.2, 0.3, 0.1), 0, 4, 0.1);
        long less = bytes(threads, testbed, 10_000);
        assertThat((bytes(threads, testbed, 20_000) - less) / 10_000.0).isLessThan(1);
    }

    /** Returns what the last of three runs allocates: the first two compile the loop. */
    private static long bytes(ThreadMXBean threads, Testbed testbed, long horizon) {
        long before = 0;
        for (int i = 0; i < 3; i++) {
            SlateLearner learner = new SubsetLearner(new IndependentGates(0, 0.1), 0, new InverseCount(1))
                    .create(new BanditTask(4, horizon), Seed.of(1).generator());
            before = threads.getCurrentThreadAllocatedBytes();
            play(learner, testbed, horizon);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void frequenciesAddUpToTheSizeOfTheSlates() {
        Testbed testbed = new SemiBandit(constants(0.1, 0.2, 0.3, 0.1), 0, 4, 0.1);
        SubsetLearner three = new SubsetLearner(new ExactlyM(3, 0.1), 0, new InverseCount(1));
        Results results = new Simulation(testbed, Map.of("three", three), new long[] {10, 20}, 5, Seed.of(1))
                .play("?", 2, decisions -> {});
        for (double[] frequency : results.selections().get(0).frequency()) {
            assertThat(DoubleStream.of(frequency).sum()).isCloseTo(3, within(1e-12));
        }
    }
}
