package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.learner.index.Ucb1;
import kelvin.metric.RegretBound;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class ResultsOfProgressTest {
    private static final Testbed COINS =
            new FixedTestbed(List.of(new Bernoulli(0.2), new Bernoulli(0.7), new Bernoulli(0.7)));

    private static Results play(Testbed testbed, long... report) {
        return new Simulation(testbed, Map.of("UCB1", new Ucb1()), report, 3, Seed.of(1))
                .play("How?", 1, decisions -> {});
    }

    /** The one arm that is not the best has a gap of ½; what is asymptotic begins at step 2, what is minimax with as many steps as arms. */
    @Test
    void boundsBeginWhereTheyMeanAnything() {
        List<RegretBound> bounds = play(COINS, 1, 2, 3, 100).bounds();
        assertThat(bounds)
                .extracting(RegretBound::name)
                .containsExactly("Lai–Robbins, asymptotic", "minimax, worst such problem");
        double divergence = 0.2 * Math.log(0.2 / 0.7) + 0.8 * Math.log(0.8 / 0.3);
        assertThat(bounds.get(0).steps()).containsExactly(2, 3, 100);
        assertThat(bounds.get(0).regret())
                .containsExactly(
                        new double[] {
                            0.5 / divergence * Math.log(2),
                            0.5 / divergence * Math.log(3),
                            0.5 / divergence * Math.log(100)
                        },
                        within(1e-12));
        assertThat(bounds.get(1).steps()).containsExactly(3, 100);
        assertThat(bounds.get(1).regret())
                .containsExactly(
                        new double[] {Math.sqrt(3) / 20 * Math.sqrt(3), Math.sqrt(3) / 20 * 10}, within(1e-12));
    }

    @Test
    void whereNothingIsProvenOrReportedThereIsNoBound() {
        assertThat(play(new FixedTestbed(List.of(new Constant(1), new Constant(1))), 5)
                        .bounds())
                .isEmpty();
        assertThat(play(COINS, 1).bounds()).isEmpty();
    }

    @Test
    void resultsHaveTheQuestionAndTheValuesOfEveryRepetition() {
        Results results = play(COINS, 4, 9);
        assertThat(results.question()).isEqualTo("How?");
        assertThat(results.trials()).extracting(RunValues::learner).containsOnly("UCB1");
        assertThat(results.trials().get(0).values()).hasSize(3);
        assertThat(results.series().get(0).steps()).containsExactly(4, 9);
    }
}
