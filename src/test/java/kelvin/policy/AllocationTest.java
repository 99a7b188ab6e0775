package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.random.Seed;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Linear;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Memory by the thread's own counter: a decision leaves nothing behind for a collector to find. */
class AllocationTest {
    private static final int WARM_UP = 30_000;
    private static final int DECISIONS = 20_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @BeforeEach
    void countsAllocations() {
        assumeThat(threads.isThreadAllocatedMemoryEnabled()).isTrue();
    }

    static Stream<PolicySchedule> withoutWorkspace() {
        return Stream.of(
                new Softmax(0.3),
                new SigmoidGate(0.2, 0.3),
                new Greedy(),
                new EpsilonGreedy(0.1),
                new Uniform(),
                new Annealed(new Softmax(1), "temperature", new InverseSqrt(1)),
                new Annealed(new Softmax(1), "temperature", new Linear(1, 0.05, 40_000)));
    }

    @ParameterizedTest
    @MethodSource("withoutWorkspace")
    void aDecisionAllocatesNothing(PolicySchedule policy) {
        for (int actions : new int[] {4, 100}) {
            assertThat(bytesPerDecision(policy, actions))
                    .as("%s actions", actions)
                    .isLessThan(0.1);
        }
    }

    @Test
    void thePolicyThatSortsItsValuesIsCaught() {
        assertThat(bytesPerDecision(new Sparsemax(0.3), 100)).isGreaterThan(800);
    }

    @Test
    void probabilitiesOfManyRowsAllocateNothing() {
        double[][] rows = new double[500][7];
        Arrays.setAll(rows, row -> new double[] {row, 1, 2, 3, 4, 5, 6});
        double[][] out = new double[500][7];
        Softmax policy = new Softmax(3);
        for (int i = 0; i < 200; i++) {
            policy.probabilities(rows, out);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        policy.probabilities(rows, out);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(50);
    }

    private double bytesPerDecision(PolicySchedule policy, int actions) {
        UniformRandomProvider random = Seed.of(1).generator();
        ActionSelector selector = new ActionSelector(policy, new double[actions], random);
        decide(selector, 1, WARM_UP, random);
        long before = threads.getCurrentThreadAllocatedBytes();
        decide(selector, WARM_UP + 1, WARM_UP + DECISIONS, random);
        return (threads.getCurrentThreadAllocatedBytes() - before) / (double) DECISIONS;
    }

    private static void decide(ActionSelector selector, long from, long to, UniformRandomProvider random) {
        for (long step = from; step <= to; step++) {
            selector.set(selector.select(step), random.nextDouble());
        }
    }
}
