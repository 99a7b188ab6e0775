package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.contextual.Classification;
import kelvin.bandit.contextual.LinearContexts;
import kelvin.bandit.contextual.LogisticContexts;
import kelvin.bandit.contextual.RowOrder;
import kelvin.bandit.contextual.Tables;
import kelvin.bandit.contextual.Wheel;
import kelvin.bandit.slate.F1Score;
import kelvin.bandit.slate.SemiBandit;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.bandit.testbed.RandomSwitching;
import kelvin.bandit.testbed.Scaled;
import kelvin.bandit.testbed.Sleeping;
import kelvin.contract.Rewards;
import kelvin.learner.BanditTask;
import kelvin.learner.LearnerSpec;
import kelvin.learner.ValueLearner;
import kelvin.learner.contextual.ContextualLearner;
import kelvin.learner.index.Ucb1;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.model.feature.FeatureMap;
import kelvin.policy.Annealed;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import kelvin.schedule.InverseSqrt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Memory of whole simulated steps by the thread's own counter: world, learner and sums together. */
class RunAllocationTest {
    private static final int WARM_UP = 30_000;
    private static final int STEPS = 20_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @BeforeEach
    void countsAllocations() {
        assumeThat(threads.isThreadAllocatedMemoryEnabled()).isTrue();
    }

    private static LearnerSpec learner(PolicySchedule policy) {
        return new ValueLearner(policy, 0, new InverseCount(1), false);
    }

    static Stream<LearnerSpec> learners() {
        return Stream.of(
                learner(new Softmax(0.2)),
                learner(new SigmoidGate(0.5, 0.2)),
                learner(new Annealed(new Softmax(1), "temperature", new InverseSqrt(1))),
                new Ucb1());
    }

    @ParameterizedTest
    @MethodSource("learners")
    void aStepAllocatesNothing(LearnerSpec spec) {
        assertThat(bytesPerStep(spec, 10)).isLessThan(0.1);
        assertThat(bytesPerStep(spec, 60)).isLessThan(0.1);
    }

    @Test
    void aPolicyThatCopiesItsValuesIsCaught() {
        Policy copying = (values, out) -> new Softmax(0.2).probabilities(values.clone(), out);
        assertThat(bytesPerStep(learner(copying), 10)).isGreaterThan(80);
    }

    static Stream<Testbed> contextual() {
        Testbed linear = new LinearContexts(10, 3, 2, Layout.HYBRID, List.of(), 1, 0, true, new Gaussian(0, 1), 1);
        Testbed logistic = new LogisticContexts(10, 4, 0, Layout.DISJOINT, List.of(), 1, true);
        return Stream.of(
                linear,
                logistic,
                new Wheel(0.7),
                new Scaled(linear, 2),
                new Sleeping(logistic, 0.5, 1000),
                new RandomSwitching(linear, 0),
                new Classification(
                        Tables.read("iris.csv"), "species", FeatureMap.AUTOMATIC, Map.of(), RowOrder.RESAMPLED),
                new SemiBandit(logistic, 0, 3, 0.2),
                new F1Score(logistic, 0, 3));
    }

    /** Worlds that are seen, and a learner that looks and predicts. */
    @ParameterizedTest
    @MethodSource("contextual")
    void aStepInAContextAllocatesNothing(Testbed testbed) {
        assertThat(bytesPerStep(new ContextualLearner(new Ridge(1), new Softmax(0.2)), testbed))
                .isLessThan(0.1);
    }

    /** Returns what further steps add to what a run allocates, after a run that compiles the loop. */
    private double bytesPerStep(LearnerSpec spec, int arms) {
        return bytesPerStep(spec, new GaussianTestbed(arms, 0, 1, 1));
    }

    private double bytesPerStep(LearnerSpec spec, Testbed testbed) {
        bytes(spec, testbed, WARM_UP);
        return (bytes(spec, testbed, 2 * STEPS) - bytes(spec, testbed, STEPS)) / (double) STEPS;
    }

    private long bytes(LearnerSpec spec, Testbed testbed, long horizon) {
        int arms = testbed.size();
        Run run = new Run(
                spec.create(
                        new BanditTask(arms, horizon, testbed.features()),
                        Seed.of(1).generator()),
                null,
                testbed.open(Seed.of(2), horizon),
                Rewards.REAL,
                Tracer.none(),
                ContextNotes.none(),
                decisions -> {});
        long before = threads.getCurrentThreadAllocatedBytes();
        new PlayedRun(run, horizon, arms);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
