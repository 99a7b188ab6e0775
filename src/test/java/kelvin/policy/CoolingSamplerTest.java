package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kelvin.random.Seed;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Schedule;
import kelvin.schedule.Steps;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws from weights that were made at a higher temperature: their law, and what they cost. */
class CoolingSamplerTest {
    private static final double[] VALUES = {0, 0.3, 0.6, 0.9};
    private static final int PLAYERS = 4000;

    /** Softmax, and gates with the best value above their threshold, at it, below it, and far below. */
    static Stream<Policy> policies() {
        return Stream.of(
                new Softmax(1),
                new SigmoidGate(0.2, 1),
                new SigmoidGate(0.9, 1),
                new SigmoidGate(1.2, 1),
                new SigmoidGate(50, 1));
    }

    /** The temperature falls to a third between two decisions, so that the second is drawn from the weights of the first. */
    @ParameterizedTest
    @MethodSource("policies")
    void aDecisionAfterASuddenFallFollowsTheColderPolicy(Policy policy) {
        long[] counts = new long[VALUES.length];
        for (int player = 0; player < PLAYERS; player++) {
            ActionSelector selector = selector(policy, new Steps(List.of(0.9, 0.3), List.of(1L)), player);
            selector.select(1);
            counts[selector.select(2)]++;
        }
        assertThat(pValue(policy, 0.3, counts)).isGreaterThan(1e-6);
        assertThat(pValue(policy, 0.5, counts)).isLessThan(1e-6);
    }

    private static ActionSelector selector(Policy policy, Schedule schedule, int player) {
        return new ActionSelector(
                new Annealed(policy, "temperature", schedule),
                VALUES,
                Seed.of(player).generator());
    }

    private static double pValue(Policy policy, double temperature, long[] counts) {
        double[] p = policy.with("temperature", temperature).probabilities(VALUES);
        return ChiSquareTest.withDefaults().test(p, counts).getPValue();
    }

    /** A number to draw with and, but for the best action, one to accept it: rejections are few, or weights are made anew. */
    @ParameterizedTest
    @MethodSource("policies")
    void aDecisionTakesAboutTwoUniformNumbers(Policy policy) {
        int decisions = 5000;
        UniformRandomProvider random = Seed.of(4).generator();
        long[] taken = new long[1];
        UniformRandomProvider counted = () -> {
            taken[0]++;
            return random.nextLong();
        };
        ActionSelector selector =
                new ActionSelector(new Annealed(policy, "temperature", new InverseSqrt(3)), VALUES, counted);
        for (int step = 1; step <= decisions; step++) {
            selector.select(step);
        }
        assertThat(taken[0]).isBetween((long) decisions, (long) (2.2 * decisions));
    }
}
