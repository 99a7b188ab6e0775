package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.random.Seed;
import kelvin.schedule.Exponential;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Linear;
import kelvin.schedule.Schedule;
import kelvin.schedule.Steps;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Samplers that keep state between decisions, against starting afresh. */
class SamplerTest {
    static Stream<Arguments> policiesAndSizes() {
        List<Policy> policies = List.of(
                new Softmax(0.001),
                new Softmax(0.05),
                new Softmax(1),
                new Softmax(10),
                new SigmoidGate(0.5, 0.05),
                new SigmoidGate(-40, 0.3),
                new SigmoidGate(1e17, 1));
        return policies.stream().flatMap(p -> Stream.of(Arguments.of(p, 10), Arguments.of(p, 100)));
    }

    @ParameterizedTest
    @MethodSource("policiesAndSizes")
    void keptWeightsDrawWhatFreshOnesWould(Policy policy, int actions) {
        assertThat(differences(policy, actions, 20_000, 1)).isZero();
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("policiesAndSizes")
    void keptWeightsDrawWhatFreshOnesWouldForMillionsOfSteps(Policy policy, int actions) {
        assertThat(differences(policy, actions, 1_000_000, 1)).isZero();
    }

    /** Values may change before the first decision; the others count nonetheless. */
    @ParameterizedTest
    @MethodSource("policiesAndSizes")
    void valuesChangedBeforeTheFirstDrawAreNotAllThereIs(Policy policy, int actions) {
        UniformRandomProvider fresh = Seed.of(6).generator();
        ActionSelector selector =
                new ActionSelector(policy, new double[actions], Seed.of(6).generator());
        double[] values = new double[actions];
        values[3] = -0.01;
        selector.set(3, values[3]);
        for (int step = 1; step < 200; step++) {
            assertThat(selector.select(step)).isEqualTo(policy.select(values, fresh));
        }
    }

    @Test
    void aTemperatureOffByOneInAThousandIsNoticed() {
        assertThat(differences(new Softmax(1), 10, 20_000, 1.001)).isPositive();
    }

    /** Counts how often a selector and a fresh draw disagree, while values wander over 10⁻⁶ to 10⁶ and arms close and open. */
    private static int differences(Policy policy, int actions, int steps, double scale) {
        UniformRandomProvider random = Seed.of(5).generator();
        UniformRandomProvider kept = Seed.of(6).generator();
        UniformRandomProvider fresh = Seed.of(6).generator();
        double[] values = new double[actions];
        double[] scaled = new double[actions];
        ActionSelector selector = new ActionSelector(policy, values, kept);
        int differences = 0;
        for (int step = 1; step <= steps; step++) {
            differences += selector.select(step) == policy.select(scaled, fresh) ? 0 : 1;
            int action = random.nextInt(1, actions);
            boolean closed = random.nextInt(50) == 0;
            values[action] = closed ? Double.NEGATIVE_INFINITY : wander(random);
            scaled[action] = values[action] * scale;
            selector.set(action, values[action]);
        }
        return differences;
    }

    private static double wander(UniformRandomProvider random) {
        return (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(-6, 7));
    }

    static List<Schedule> schedules() {
        return List.of(
                new InverseSqrt(2),
                new Exponential(1, 0.01, 300),
                new Linear(0.02, 0.1, 1000),
                new Steps(List.of(3.0, 0.2, 5.0, 0.1), List.of(200L, 900L, 1200L)));
    }

    /** Softmax, and gates with most values above the threshold, half of them, and none. */
    static Stream<Arguments> coolingPolicies() {
        List<Policy> policies = List.of(
                new Softmax(1),
                new SigmoidGate(0.05, 1),
                new SigmoidGate(0.15, 1),
                new SigmoidGate(0.5, 1),
                new SigmoidGate(1e6, 1));
        return policies.stream()
                .flatMap(policy -> schedules().stream().map(schedule -> Arguments.of(policy, schedule)));
    }

    @ParameterizedTest
    @MethodSource("coolingPolicies")
    void coolingDrawsFollowThePolicyOfTheirStep(Policy policy, Schedule schedule) {
        follow(policy, schedule, 2500, 2);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("coolingPolicies")
    void coolingDrawsFollowThePolicyOfTheirStepCloser(Policy policy, Schedule schedule) {
        follow(policy, schedule, 20_000, 1.3);
    }

    /** The draws of players fit the temperature of their step, and not one that is so many times warmer. */
    private static void follow(Policy policy, Schedule schedule, int players, double factor) {
        Schedule warmer = step -> schedule.at(step) * factor;
        for (int actions : new int[] {4, 40}) {
            assertThat(pValue(policy, schedule, schedule, actions, players)).isGreaterThan(1e-6);
        }
        assertThat(pValue(policy, schedule, warmer, 4, players)).isLessThan(1e-6);
    }

    /** χ² over many players of the draw at a late step, after decisions and changed values at earlier ones. */
    private static double pValue(Policy policy, Schedule schedule, Schedule expected, int actions, int players) {
        long[] counts = new long[actions];
        double[] values = new double[actions];
        for (int player = 0; player < players; player++) {
            Arrays.fill(values, 0);
            counts[play(policy, schedule, values, Seed.of(player).generator())]++;
        }
        double[] p = policy.with("temperature", expected.at(1500)).probabilities(values);
        return chiSquare(counts, p);
    }

    /** 30 decisions on the way to step 1500; values end as the fixed ones of their action. */
    private static int play(Policy policy, Schedule schedule, double[] values, UniformRandomProvider random) {
        ActionSelector selector = new ActionSelector(new Annealed(policy, "temperature", schedule), values, random);
        for (int step = 50; step < 1500; step += 50) {
            int action = selector.select(step);
            selector.set(action, random.nextDouble());
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % 4) * 0.1;
            selector.set(i, values[i]);
        }
        return selector.select(1500);
    }

    private static double chiSquare(long[] counts, double[] p) {
        long total = Arrays.stream(counts).sum();
        double[] expected = new double[4];
        long[] observed = new long[4];
        for (int i = 0; i < counts.length; i++) {
            expected[i % 4] += p[i] * total;
            observed[i % 4] += counts[i];
        }
        int first = 0;
        while (expected[first] < 5) {
            assertThat(observed[first]).isLessThan(20);
            first++;
        }
        if (first == 3) {
            return expected[3] == total ? 1 : 0;
        }
        return ChiSquareTest.withDefaults()
                .test(Arrays.copyOfRange(expected, first, 4), Arrays.copyOfRange(observed, first, 4))
                .getPValue();
    }

    @Test
    void aTemperatureThatLeavesItsRangeIsRefusedAtItsStep() {
        ActionSelector selector = new ActionSelector(
                new Annealed(new Softmax(1), "temperature", new Linear(1, 0, 10)),
                new double[] {1, 2},
                Seed.of(1).generator());
        selector.select(9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selector.select(10))
                .withMessage("temperature = 0.0, must be finite and > 0");
    }

    /**
     * However far values move, up or down, from those that the kept weights are relative to: the best by 10⁵ is the one drawn, and by
     * gates all that are above their threshold are.
     */
    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, 1e17, 0})
    void valuesMayMoveFarWhileCooling(double threshold) {
        Policy policy = Double.isFinite(threshold) ? new SigmoidGate(threshold, 1) : new Softmax(1);
        for (int actions : new int[] {3, 40}) {
            ActionSelector selector = new ActionSelector(
                    new Annealed(policy, "temperature", new InverseSqrt(1)),
                    new double[actions],
                    Seed.of(1).generator());
            selector.select(1);
            for (int step = 2; step < 500; step++) {
                int best = step % actions;
                double level = step % 50 < 25 ? 1e6 * step : -1e6 * step;
                for (int i = 0; i < actions; i++) {
                    selector.set(i, level - (i == best ? 0 : 1e5));
                }
                int drawn = selector.select(step);
                assertThat(drawn == best || level > threshold).isTrue();
            }
        }
    }

    @Test
    void closedActionsAreNeverDrawnWhileCooling() {
        double[] values = {Double.NEGATIVE_INFINITY, 0, 3};
        for (Policy policy : new Policy[] {new Softmax(1), new SigmoidGate(1, 1), new SigmoidGate(-2, 1)}) {
            ActionSelector selector = new ActionSelector(
                    new Annealed(policy, "temperature", new InverseSqrt(9)),
                    values,
                    Seed.of(1).generator());
            for (int step = 1; step < 3000; step++) {
                assertThat(selector.select(step)).isPositive();
            }
        }
    }
}
