package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.contract.Rewards;
import kelvin.learner.BanditTask;
import kelvin.learner.LearnerSpec;
import kelvin.learner.ValueLearner;
import kelvin.learner.index.Ucb1;
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

    /** Returns what further steps add to what a run allocates, after a run that compiles the loop. */
    private double bytesPerStep(LearnerSpec spec, int arms) {
        bytes(spec, arms, WARM_UP);
        return (bytes(spec, arms, 2 * STEPS) - bytes(spec, arms, STEPS)) / (double) STEPS;
    }

    private long bytes(LearnerSpec spec, int arms, long horizon) {
        Run run = new Run(
                spec.create(new BanditTask(arms, horizon), Seed.of(1).generator()),
                null,
                new GaussianTestbed(arms, 0, 1, 1).open(Seed.of(2), horizon),
                Rewards.REAL,
                Tracer.none(),
                ContextNotes.none(),
                decisions -> {});
        long before = threads.getCurrentThreadAllocatedBytes();
        new PlayedRun(run, horizon, arms);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
