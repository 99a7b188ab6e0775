package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.slate.SemiBandit;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.bandit.testbed.Sleeping;
import kelvin.bandit.testbed.Switching;
import kelvin.contract.Rewards;
import kelvin.learner.BanditTask;
import kelvin.learner.LearnerSpec;
import kelvin.learner.ValueLearner;
import kelvin.learner.slate.CombUcb1;
import kelvin.metric.StepUnit;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import kelvin.schedule.Constant;
import org.junit.jupiter.api.Test;

class QuarterGrowthTest {
    private static final long HORIZON = 2000;
    private static final Testbed FIRST = testbed(0.9, 0.1);
    private static final Testbed SECOND = testbed(0.1, 0.9);
    private static final LearnerSpec UNIFORM = learner(new Uniform());

    /** Loses 2 t − 1 in step t, so that its regret is the square of the step reached. */
    private static final class Square extends Repetition {
        Square() {
            super(StepUnit.STEP, Run.STEPS_PER_REPORT, Tracer.none(), decisions -> {});
        }

        @Override
        void prepare(long step) {}

        @Override
        void trace(long step, Tracer tracer) {}

        @Override
        void decide(long step, StepLog log, int place) {
            log.decision(place, 2 * step - 1, false, 0, 0);
        }

        @Override
        double uniformRegret() {
            return 2;
        }
    }

    private static Testbed testbed(double first, double second) {
        return new FixedTestbed(List.of(new Bernoulli(first), new Bernoulli(second)));
    }

    private static LearnerSpec learner(Policy policy) {
        return new ValueLearner(policy, 0, new Constant(0.1), false);
    }

    private static double[] growth(long... report) {
        return PlayedRun.reporting(new Square(), report).growth();
    }

    private static double linear(Testbed testbed, LearnerSpec learner, long horizon) {
        return new Simulation(testbed, Map.of("a", learner), new long[] {horizon}, 20, Seed.of(1))
                .play("?", 1, decisions -> {})
                .spreads()
                .get(0)
                .linear();
    }

    @Test
    void quartersAreThoseOfTheHorizonWhateverIsReported() {
        double[] expected = {750 * 750 - 500 * 500, 1000 * 1000 - 750 * 750, 250 * 2};
        assertThat(growth(1000)).isEqualTo(expected);
        assertThat(growth(1, 7, 500, 749, 751, 1000)).isEqualTo(expected);
        assertThat(growth(1, 501, 750, 1000)).isEqualTo(expected);
    }

    @Test
    void bothQuartersAreEquallyLong() {
        assertThat(growth(1003)).containsExactly(753 * 753 - 503 * 503, 1003 * 1003 - 753 * 753, 250 * 2);
        assertThat(growth(4)).containsExactly(9 - 4, 16 - 9, 2);
    }

    @Test
    void belowFourStepsThereIsNoQuarter() {
        assertThat(growth(3)).startsWith(Double.NaN, Double.NaN);
        assertThat(linear(FIRST, UNIFORM, 3)).isNaN();
    }

    @Test
    void uniformPlayLosesTheMeanGap() {
        assertThat(new Run(
                                UNIFORM.create(new BanditTask(2, 10), Seed.of(1).generator()),
                                null,
                                FIRST.open(Seed.of(1), 10),
                                Rewards.REAL,
                                Tracer.none(),
                                ContextNotes.none(),
                                decisions -> {})
                        .uniformRegret())
                .isCloseTo(0.4, within(1e-15));
    }

    /** A learner that follows is flat after each change, and before it; uniform play is linear in most repetitions. */
    @Test
    void onlyWhoKeepsLosingIsLinear() {
        assertThat(linear(FIRST, learner(new Softmax(0.1)), HORIZON)).isZero();
        assertThat(linear(FIRST, UNIFORM, HORIZON)).isGreaterThan(0.5);
    }

    @Test
    void whereTheWorldChangesNobodyCanTell() {
        Testbed switched = new Switching(List.of(FIRST, SECOND), List.of(HORIZON / 2));
        assertThat(linear(switched, learner(new Softmax(0.1)), HORIZON)).isNaN();
        assertThat(linear(new Sleeping(FIRST, 0.5, 1), UNIFORM, HORIZON)).isNaN();
    }

    @Test
    void ofSlatesNobodyCanTell() {
        assertThat(linear(new SemiBandit(FIRST, 1, 1, 0), new CombUcb1(1, 1.5), HORIZON))
                .isNaN();
    }
}
