package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.learner.LearnerSpec;
import kelvin.learner.bayes.TopTwoBeta;
import kelvin.learner.identification.LilUcb;
import kelvin.learner.identification.Lucb;
import kelvin.learner.identification.SequentialHalving;
import kelvin.learner.identification.SuccessiveElimination;
import kelvin.learner.identification.SuccessiveRejects;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The error rates of best-arm identification, against the proven bounds. */
class BestArmTest {
    private static final double[] MEANS = {0.2, 0.8, 0.3, 0.4};
    private static final List<Arm> NOISY = List.of(new Gaussian(4, 10), new Gaussian(0, 10));
    private static final int REPETITIONS = 250;

    /** The largest i/Δ² of the i-th smallest gap, the best arm's being that of the second. */
    private static double hardness() {
        return Math.max(Math.max(2 / (0.4 * 0.4), 3 / (0.5 * 0.5)), 4 / (0.6 * 0.6));
    }

    static Stream<Arguments> learners() {
        double rejects = 6 * Math.exp(-(400 - 4) / (19.0 / 12 * hardness()));
        double halving = 3 * 2 * Math.exp(-800 / (8 * hardness() * 2));
        return Stream.of(
                Arguments.of(new SuccessiveRejects(), 400, rejects),
                Arguments.of(new SequentialHalving(), 800, halving),
                Arguments.of(new SuccessiveElimination(0.05, 0.5), 1000, 0.05),
                Arguments.of(new Lucb(0.05, 0, 0.5), 2000, 0.05),
                Arguments.of(new LilUcb(0.05, 0.5, 1, 0.01), 4000, 0.05),
                Arguments.of(new TopTwoBeta(0.5, 100), 400, 0.01));
    }

    private static double errors(LearnerSpec learner, long budget) {
        return errors(
                learner,
                budget,
                Arrays.stream(MEANS).<Arm>mapToObj(Bernoulli::new).toList());
    }

    private static double errors(LearnerSpec learner, long budget, List<Arm> arms) {
        Results results = new Simulation(
                        new FixedTestbed(arms),
                        Map.of("learner", learner),
                        new long[] {budget},
                        REPETITIONS,
                        Seed.of(5))
                .play("wrong?", 2, decisions -> {});
        return results.series(Metric.IDENTIFICATION_ERROR).get(0).mean()[0];
    }

    @ParameterizedTest
    @MethodSource("learners")
    void theWrongArmIsNamedNoMoreOftenThanProven(LearnerSpec learner, int budget, double bound) {
        assertThat(bound).isBetween(0.0, 0.5);
        assertThat(errors(learner, budget)).isLessThan(bound + 4 * Math.sqrt(bound / REPETITIONS));
    }

    static Stream<LearnerSpec> confident() {
        return Stream.of(new SuccessiveElimination(0.05, 10), new Lucb(0.05, 0, 10), new LilUcb(0.05, 10, 1, 0.01));
    }

    /** Learners that have stopped by then are right; the twins, which take the noise for that of rewards in [0, 1], are not. */
    @ParameterizedTest
    @MethodSource("confident")
    void aConfidenceHoldsAtTheNoiseItIsToldOf(LearnerSpec learner) {
        assertThat(errors(learner, 2000, NOISY)).isLessThan(0.05);
    }

    static Stream<LearnerSpec> overconfident() {
        return Stream.of(new SuccessiveElimination(0.05, 0.5), new Lucb(0.05, 0, 0.5), new LilUcb(0.05, 0.5, 1, 0.01));
    }

    @ParameterizedTest
    @MethodSource("overconfident")
    void aConfidenceIsVoidAtMoreNoise(LearnerSpec learner) {
        assertThat(errors(learner, 2000, NOISY)).isGreaterThan(0.1);
    }

    @Test
    void aBudgetTooSmallIsNoticed() {
        assertThat(errors(new SuccessiveRejects(), 8)).isGreaterThan(0.05);
    }
}
