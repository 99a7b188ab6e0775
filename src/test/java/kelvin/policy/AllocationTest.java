package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.policy.gap.InverseGap;
import kelvin.policy.gap.NormalisedInverseGap;
import kelvin.policy.gap.ReweightedInverseGap;
import kelvin.policy.guard.BaselineShare;
import kelvin.policy.guard.ExplorationBudget;
import kelvin.policy.guard.LossBudget;
import kelvin.policy.temperature.BestProbability;
import kelvin.policy.temperature.EffectiveActions;
import kelvin.policy.temperature.ExpectedLoss;
import kelvin.policy.temperature.KlFrom;
import kelvin.policy.temperature.KlFromUniform;
import kelvin.policy.temperature.TargetEntropy;
import kelvin.random.Seed;
import kelvin.schedule.Exponential;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Linear;
import kelvin.schedule.Schedule;
import kelvin.schedule.SqrtPlays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Memory by the thread's own counter: a decision leaves nothing behind for a collector to find. The smallest object takes 16
 * bytes, so less than one per decision is what the virtual machine takes for itself, now and then.
 */
class AllocationTest {
    private static final int WARM_UP = 1_000;
    private static final int DECISIONS = 1_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @BeforeEach
    void countsAllocations() {
        assumeThat(threads.isThreadAllocatedMemoryEnabled()).isTrue();
    }

    static Stream<PolicySchedule> policies() {
        Gated gated = new Gated(0.5, 0.2, new Sparsemax(0.3), new Softmax(0.2));
        return Stream.of(
                new Softmax(0.3),
                new SigmoidGate(0.2, 0.3),
                new Greedy(),
                new EpsilonGreedy(0.1),
                new Uniform(),
                new Annealed(new Softmax(1), "temperature", new InverseSqrt(1)),
                new Annealed(new Softmax(1), "temperature", new Linear(1, 0.05, 40_000)),
                new Annealed(new Softmax(1), "temperature", new Exponential(1, 0.05, 500)),
                new Sparsemax(0.3),
                new Entmax(1.5, 0.3),
                new Tsallis(0.3),
                new Mellowmax(3),
                new InverseGap(10),
                new NormalisedInverseGap(10),
                new ReweightedInverseGap(10),
                new Mixture(new Sparsemax(0.3), 0.1, new Tsallis(1)),
                new Floor(new Top(new Softmax(0.2), 3), 0.001),
                new UniformMix(new Nucleus(new Softmax(0.2), 0.9), 0.001),
                new MinP(new Sparsemax(0.2), 0.1),
                new BaselineShare(new Sparsemax(0.2), 0.1, 1),
                new ExplorationBudget(new Sparsemax(0.2), 0.1),
                new LossBudget(new Tsallis(0.3), 0.01),
                new Top(new Entmax(1.2, 0.2), 3),
                gated,
                new Top(gated, 3),
                new EffectiveActions(2),
                new TargetEntropy(0.5),
                new BestProbability(0.5),
                new KlFromUniform(0.2),
                new ExpectedLoss(0.05));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aDecisionAllocatesNothing(PolicySchedule policy) {
        for (int actions : new int[] {4, 150}) {
            assertThat(bytesPerDecision(policy, actions))
                    .as("%s actions", actions)
                    .isLessThan(1);
        }
    }

    @Test
    void aDecisionOfAKlBudgetAllocatesNothing() {
        double[] reference = new Softmax(0.5).probabilities(0, 0.2, 0.5, 1);
        for (KlFrom.Branch branch : KlFrom.Branch.values()) {
            assertThat(bytesPerDecision(new KlFrom(reference, 0.05, branch), 4)).isLessThan(1);
        }
    }

    /** The exact propensities of gates inside of other policies: a quadrature, or a walk through all sets. */
    @Test
    void propensitiesOfGatesAllocateNothing() {
        for (Policy around : new Policy[] {
            new Mixture(gated(new Softmax(0.2)), 0.1, new Uniform()),
            new Floor(gated(new Entmax(1.5, 0.2)), 0.01),
            new UniformMix(gated(new Uniform()), 0.01),
            new Nucleus(gated(new Softmax(0.2)), 0.9)
        }) {
            assertThat(bytesPerDecision(around, 4)).as("%s", around).isLessThan(1);
        }
    }

    private static Policy gated(Policy among) {
        return new Gated(0.5, 0.2, among, new Tsallis(1));
    }

    /** The policy of a step is an object; nothing grows with the number of actions. */
    @ParameterizedTest
    @ValueSource(ints = {4, 100})
    void anAnnealedPolicyIsASmallObjectPerStep(int actions) {
        Schedule temperature = new Exponential(1, 0.05, 500);
        assertThat(bytesPerDecision(new Annealed(new Entmax(1.5, 1), "temperature", temperature), actions))
                .isLessThan(65);
        assertThat(bytesPerDecision(new Annealed(new InverseGap(1), "sharpness", new SqrtPlays(1)), actions))
                .isLessThan(65);
        assertThat(bytesPerDecision(
                        new Annealed(new Floor(new Sparsemax(1), 0.001), "policy.temperature", temperature), actions))
                .isLessThan(200);
    }

    @Test
    void aDecisionThatMakesItsArraysAnewIsCaught() {
        Policy fresh = (values, out) -> new Sparsemax(0.3).probabilities(values, out);
        assertThat(bytesPerDecision(fresh, 100)).isGreaterThan(800);
    }

    @Test
    void propensitiesAllocateNothing() {
        ActionSelector selector =
                new ActionSelector(new Floor(new Entmax(1.5, 0.2), 0.01), new double[] {1, 2, 3, 2.5}, () -> 0);
        double[] out = new double[4];
        long before = 0;
        for (int step = 1; step <= 2_000; step++) {
            before = step == 1_000 ? threads.getCurrentThreadAllocatedBytes() : before;
            selector.probabilities(step, out);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(500);
    }

    @Test
    void manyRowsShareOneWorkspace() {
        double[][] rows = new double[500][7];
        Arrays.setAll(rows, row -> new double[] {row, 1, 2, 3, 4, 5, 6});
        double[][] out = new double[500][7];
        for (Policy policy : new Policy[] {new Softmax(3), new Sparsemax(3), new Floor(new Entmax(1.5, 3), 0.01)}) {
            policy.probabilities(rows, out);
            long before = threads.getCurrentThreadAllocatedBytes();
            policy.probabilities(rows, out);
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as("%s", policy)
                    .isLessThan(1000);
        }
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
