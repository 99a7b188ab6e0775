package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.random.Seed;
import kelvin.schedule.Exponential;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Linear;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Uniform, greedy and ε-greedy draw in closed form; tested against the probabilities that they report. */
class ClosedFormTest {
    private static final double CLOSED = Double.NEGATIVE_INFINITY;

    static Stream<PolicySchedule> policies() {
        return Stream.of(
                new Uniform(),
                new Greedy(),
                new EpsilonGreedy(0),
                new EpsilonGreedy(1e-6),
                new EpsilonGreedy(0.1),
                new EpsilonGreedy(0.7),
                new EpsilonGreedy(1),
                new Annealed(new EpsilonGreedy(1), "epsilon", new InverseSqrt(1)),
                new Annealed(new EpsilonGreedy(1), "epsilon", new Exponential(0.5, 1e-5, 2000)));
    }

    static Stream<Arguments> policiesAndSizes() {
        return policies().flatMap(p -> Stream.of(1, 2, 10, 70).map(size -> Arguments.of(p, size)));
    }

    /** The values tie, close and open at random, and the one chosen last changes, as a learner's does. */
    @ParameterizedTest
    @MethodSource("policiesAndSizes")
    void theClosedFormDrawsWhatAllProbabilitiesWould(PolicySchedule policy, int actions) {
        assertThat(differences(policy, policy, actions)).isZero();
    }

    @Test
    void anotherShareOfExplorationIsNoticed() {
        assertThat(differences(new EpsilonGreedy(0.1), new EpsilonGreedy(0.101), 10))
                .isPositive();
        assertThat(differences(new EpsilonGreedy(0.1), new Greedy(), 10)).isPositive();
    }

    private static int differences(PolicySchedule policy, PolicySchedule expected, int actions) {
        UniformRandomProvider changes = Seed.of(5).generator();
        UniformRandomProvider quick = Seed.of(6).generator();
        UniformRandomProvider slow = Seed.of(6).generator();
        double[] values = new double[actions];
        ActionSelector selector = new ActionSelector(policy, values, quick);
        int differences = 0;
        for (int step = 1; step <= 20_000; step++) {
            int action = selector.select(step);
            differences += action == expected.at(step).select(values, slow) ? 0 : 1;
            int changed = step / 1000 % 2 == 0 ? action : changes.nextInt(actions);
            boolean closes = actions > 1 && step % 3000 > 2000 && changes.nextInt(20) == 0 && open(values) > 1;
            values[changed] = closes ? CLOSED : changes.nextInt(4) == 0 ? changes.nextInt(3) : changes.nextDouble();
            selector.set(changed, values[changed]);
            if (step % 3000 == 0) {
                Arrays.fill(values, step % 2000 == 0 ? 0 : 1);
                for (int i = 0; i < actions; i++) {
                    selector.set(i, values[i]);
                }
            }
        }
        return differences;
    }

    private static int open(double[] values) {
        return ValueChecks.open(values);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void drawsFollowTheProbabilitiesReported(PolicySchedule policy) {
        for (double[] values :
                new double[][] {{0.1, 0.4, -3, 0.2}, {7, 1, 2, 3}, {1, 2, 3, 4}, {1, 4, 4, -9}, {1, CLOSED, 3, 2}}) {
            assertThat(pValue(policy, policy.at(9).probabilities(values), values))
                    .isGreaterThan(1e-6);
        }
    }

    @Test
    void drawsDoNotFollowOtherProbabilities() {
        double[] values = {0.1, 0.4, -3, 0.2};
        assertThat(pValue(new EpsilonGreedy(0.1), new EpsilonGreedy(0.12).probabilities(values), values))
                .isLessThan(1e-6);
        double[] askew = {0.24, 0.26, 0.25, 0.25};
        assertThat(pValue(new Uniform(), askew, values)).isLessThan(1e-6);
    }

    /** χ² of 100 000 draws at step 9; 0 where an action of probability 0 was drawn. */
    private static double pValue(PolicySchedule policy, double[] p, double[] values) {
        ActionSelector selector = new ActionSelector(policy, values, Seed.of(7).generator());
        long[] counts = new long[values.length];
        for (int i = 0; i < 100_000; i++) {
            counts[selector.select(9)]++;
        }
        double[] expected = new double[values.length];
        long[] observed = new long[values.length];
        int kept = 0;
        for (int i = 0; i < p.length; i++) {
            if (p[i] * 100_000 < 1) {
                assertThat(counts[i]).isLessThan(20);
            } else {
                expected[kept] = p[i] * 100_000;
                observed[kept++] = counts[i];
            }
        }
        return kept == 1
                ? 1
                : ChiSquareTest.withDefaults()
                        .test(Arrays.copyOf(expected, kept), Arrays.copyOf(observed, kept))
                        .getPValue();
    }

    @Test
    void aShareThatLeavesItsRangeIsRefusedAtItsStep() {
        ActionSelector selector = new ActionSelector(
                new Annealed(new EpsilonGreedy(1), "epsilon", new Linear(0.9, -0.1, 11)),
                new double[] {1, 2},
                Seed.of(1).generator());
        selector.select(1);
        selector.select(9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selector.select(11))
                .withMessageContaining("epsilon = -0.1");
    }

    @ParameterizedTest
    @MethodSource("policies")
    void closingTheLastActionIsRefusedWhenItIsAskedFor(PolicySchedule policy) {
        ActionSelector selector =
                new ActionSelector(policy, new double[] {1, 2}, Seed.of(1).generator());
        selector.select(1);
        selector.set(0, CLOSED);
        assertThat(selector.select(2)).isEqualTo(1);
        selector.set(1, CLOSED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selector.select(3))
                .withMessageContaining("-Infinity");
        selector.set(0, -5);
        assertThat(selector.select(4)).isZero();
    }
}
