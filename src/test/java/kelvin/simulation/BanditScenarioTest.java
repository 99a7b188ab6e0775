package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.slate.SemiBandit;
import kelvin.bandit.testbed.Alternating;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.bandit.testbed.Switching;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.gradient.NaturalGradient;
import kelvin.learner.identification.SuccessiveRejects;
import kelvin.learner.index.Ucb1;
import kelvin.metric.ContextResults;
import kelvin.metric.Metric;
import kelvin.metric.ProblemKind;
import kelvin.metric.StepUnit;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class BanditScenarioTest {
    private static final Testbed PAIR = new FixedTestbed(List.of(new Constant(1), new Constant(2)));
    private static final Testbed GAUSSIAN = new GaussianTestbed(3, 0, 1, 1);

    private static BanditScenario of(Testbed testbed) {
        return (BanditScenario) Scenario.of(testbed, Map.of());
    }

    @Test
    void aBanditThatStaysIsDrawableAndHasNoContexts() {
        BanditScenario scenario = of(PAIR);
        assertThat(scenario.unit()).isEqualTo(StepUnit.STEP);
        assertThat(scenario.actions()).isEqualTo(2);
        assertThat(scenario.testbed()).isEqualTo(PAIR);
        assertThat(scenario.problem(100)).isEqualTo(ProblemKind.STATIONARY);
        assertThat(scenario.drawable()).isTrue();
        assertThat(scenario.contextual()).isFalse();
        assertThat(scenario.contexts()).isEqualTo(ContextResults.NONE);
        assertThat(scenario.changes()).isEmpty();
        assertThat(scenario.histograms(Seed.of(1), 10, 5)).hasSize(2);
        assertThat(scenario.histograms(Seed.of(1), 10, 0)).isEmpty();
    }

    /** From the best down, where they are the same in every repetition. */
    @Test
    void armsAreNumberedIfTheirMeansDoNotVary() {
        assertThat(of(PAIR).arms(Seed.of(1), 10)).containsExactly(1, 0);
        assertThat(of(GAUSSIAN).arms(Seed.of(1), 10)).isEmpty();
    }

    @Test
    void otherProblemsSayWhatTheyAre() {
        assertThat(of(new Alternating()).problem(100)).isEqualTo(ProblemKind.CHANGING);
        assertThat(of(new Alternating()).drawable()).isFalse();
        assertThat(of(new Alternating()).histograms(Seed.of(1), 10, 5)).isEmpty();
        assertThat(of(new Switching(List.of(PAIR, PAIR), List.of(10L))).changes())
                .isNotEmpty();
        BanditScenario slates = of(new SemiBandit(GAUSSIAN, 2, 2, 0));
        assertThat(slates.problem(100)).isEqualTo(ProblemKind.SLATES);
        assertThat(slates.drawable()).isFalse();
        BanditScenario contextual = of(new ContextResultsTest.Fourth());
        assertThat(contextual.problem(100)).isEqualTo(ProblemKind.CONTEXTUAL);
        assertThat(contextual.contextual() && contextual.contexts().seen()).isTrue();
    }

    /** A repetition is cut only where it is so long that it asks whether to stop. */
    @Test
    void longRunsCanBeInterrupted() {
        assertThat(of(PAIR).interruptible(Run.STEPS_PER_REPORT)).isTrue();
        assertThat(of(PAIR).interruptible(Run.STEPS_PER_REPORT - 1)).isFalse();
    }

    @Test
    void playersHaveTheirMetricsAndStreams() {
        Map<String, LearnerSpec> learners = new LinkedHashMap<>();
        learners.put("rejects", new SuccessiveRejects());
        learners.put("UCB1", new Ucb1());
        BanditScenario scenario = (BanditScenario) Scenario.of(PAIR, learners, Map.of("UCB1", "old"));
        assertThat(scenario.learners()).isEqualTo(learners);
        assertThat(scenario.metrics("rejects")).containsExactly(Metric.values());
        assertThat(scenario.metrics("UCB1")).containsExactly(Metric.REGRET, Metric.REWARD, Metric.OPTIMAL_ACTION);
        assertThat(scenario.stream("UCB1")).isEqualTo("old");
        assertThat(scenario.stream("rejects")).isEqualTo("rejects");
    }

    private record Promising(boolean recommends) implements LearnerSpec {
        @Override
        public Learner create(BanditTask problem, UniformRandomProvider random) {
            return recommends ? new Ucb1().create(problem, random) : nothing();
        }

        @SuppressWarnings("NullAway") // a user's mistake
        private static Learner nothing() {
            return null;
        }
    }

    @Test
    void playersThatDoNotSuitTheProblemAreRefused() {
        BanditScenario scenario = of(GAUSSIAN);
        scenario.check(new Ucb1(), 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scenario.check(new NaturalGradient(0.1, 0.01, Baseline.NONE, List.of(1.0, 2.0)), 10))
                .withMessageStartingWith("preferences = [1.0, 2.0], must be one number for each of 3 actions");
        assertThatThrownBy(() -> scenario.check(new Promising(false), 10))
                .hasMessageEndingWith("create returned null, must be a player");
        Map<String, LearnerSpec> promising = Map.of("promising", new Promising(true));
        assertThatThrownBy(() ->
                        new Simulation(PAIR, promising, new long[] {5}, 1, Seed.of(1)).play("?", 1, decisions -> {}))
                .isInstanceOf(FailedRun.class)
                .hasMessageEndingWith("must be a Recommender, since recommends() is true");
    }
}
