package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import kelvin.metric.SelectionShares;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Claims of Sutton and Barto (2018) about temporal-difference control, checked on the experiments that show them.
 *
 * <p>Their cliff, example 6.6, has a figure without a number; figure 6.3 is the cliff by step size, 6.5 the bias of maximisation.
 */
class WorldExperimentsTest {
    private static final double CLEAR = 4.5;

    private static Results play(String name, int repetitions, @Nullable Long horizon) {
        return ExperimentFile.read(
                        Path.of("experiments", name + ".yaml"),
                        new Catalog(),
                        new Overrides(null, repetitions, horizon))
                .experiment()
                .play(2, episodes -> {});
    }

    private static MetricCurve reward(Results results, String learner) {
        return results.series(Metric.REWARD).stream()
                .filter(series -> series.learner().equals(learner))
                .findFirst()
                .orElseThrow();
    }

    /** The mean return from one reported place on, which are as many episodes each. */
    private static double mean(Results results, String learner, int from) {
        double[] means = reward(results, learner).mean();
        return Arrays.stream(means, from, means.length).average().orElseThrow();
    }

    /** By how many standard errors one learner's return exceeds another's, between two reported episodes. */
    private static double ahead(Results results, String better, String worse, int point) {
        MetricCurve a = reward(results, better);
        MetricCurve b = reward(results, worse);
        return (a.mean()[point] - b.mean()[point]) / Math.hypot(a.standardError()[point], b.standardError()[point]);
    }

    private static double leftFirst(Results results, String learner, int fromEpisode, int toEpisode) {
        SelectionShares selections = results.selections().stream()
                .filter(each -> each.learner().equals(learner))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(selections.frequency(), fromEpisode - 1, toEpisode)
                .mapToDouble(ranks -> ranks[1])
                .average()
                .orElseThrow();
    }

    /** Example 6.6: online, Sarsa is better, about −25 to about −50, although Q-learning learns the values of the optimal policy. */
    @Test
    void sarsaWalksBetterOnTheCliffThanQLearning() {
        Results results = play("cliff-walking", 30, null);
        assertThat(mean(results, "Sarsa", 400)).isBetween(-35.0, -20.0);
        assertThat(mean(results, "Q-learning", 400)).isBetween(-60.0, -40.0);
    }

    /** Figure 6.5: both begin at a half; Q-learning is first drawn left, and long after takes it far more often than the 5 % that exploring costs. */
    @Test
    void qLearningIsDrawnLeftAndDoubleQLearningIsNot() {
        Results results = play("maximization-bias", 400, null);
        assertThat(leftFirst(results, "Q-learning", 1, 1)).isBetween(0.4, 0.6);
        assertThat(leftFirst(results, "double Q-learning", 1, 1)).isBetween(0.4, 0.6);
        assertThat(leftFirst(results, "Q-learning", 10, 40)).isGreaterThan(0.6);
        assertThat(leftFirst(results, "double Q-learning", 10, 40)).isLessThan(0.5);
        assertThat(leftFirst(results, "Q-learning", 251, 300)).isGreaterThan(0.08);
        assertThat(leftFirst(results, "double Q-learning", 251, 300)).isBetween(0.04, 0.08);
    }

    /** Figure 6.3, the first 100 episodes: expected Sarsa is better than Sarsa, and than Q-learning, at every step size but the smallest. */
    @Tag("long")
    @Test
    void expectedSarsaIsAheadEarly() {
        Results results = play("cliff-step-sizes", 40, 1000L);
        for (String stepSize : List.of("0.5", "1")) {
            assertThat(ahead(results, "expected Sarsa " + stepSize, "Sarsa " + stepSize, 0))
                    .isGreaterThan(CLEAR);
            assertThat(ahead(results, "expected Sarsa " + stepSize, "Q-learning " + stepSize, 0))
                    .isGreaterThan(CLEAR);
        }
    }

    /** Figure 6.3, in the long run: α = 1 costs expected Sarsa nothing, and Sarsa nearly everything. */
    @Test
    @Tag("long")
    void onlyExpectedSarsaMayTakeWholeSteps() {
        Results results = play("cliff-step-sizes", 50, null);
        assertThat(ahead(results, "expected Sarsa 0.1", "expected Sarsa 1", 2)).isBetween(-CLEAR, CLEAR);
        assertThat(ahead(results, "Sarsa 0.1", "Sarsa 1", 2)).isGreaterThan(CLEAR);
        assertThat(ahead(results, "expected Sarsa 1", "Sarsa 1", 2)).isGreaterThan(CLEAR);
        assertThat(ahead(results, "expected Sarsa 1", "Q-learning 1", 2)).isGreaterThan(CLEAR);
    }

    /** Figure 6.3: the small step that Sarsa needs in the long run makes it slow at first. */
    @Test
    @Tag("long")
    void sarsaIsGoodEarlyOrLateButNotAtOneStepSize() {
        Results results = play("cliff-step-sizes", 50, null);
        assertThat(ahead(results, "Sarsa 0.5", "Sarsa 0.1", 0)).isGreaterThan(CLEAR);
        assertThat(ahead(results, "Sarsa 0.1", "Sarsa 0.5", 2)).isGreaterThan(CLEAR);
    }
}
