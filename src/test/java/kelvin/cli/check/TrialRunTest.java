package kelvin.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.bandit.arm.Uniform;
import kelvin.bandit.testbed.BernoulliTestbed;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.experiment.Experiment;
import kelvin.experiment.TraceRequest;
import kelvin.learner.LearnerSpec;
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.learner.identification.SuccessiveRejects;
import kelvin.learner.index.Ucb1;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.ReportSteps;
import org.junit.jupiter.api.Test;

class TrialRunTest {
    private static final double EFFORT = 0.2;

    private static Experiment experiment(int arms, long horizon, LearnerSpec learner, Optional<TraceRequest> trace) {
        return new Experiment(
                "?",
                1,
                horizon,
                new ReplicationPlan.Fixed(100),
                new ReportSteps.Usual(),
                new BernoulliTestbed(arms, new Uniform(0, 1)),
                Map.of("player", learner),
                "",
                Map.of(),
                trace,
                Map.of(),
                Optional.empty());
    }

    private static double run(TrialRun trial) {
        return trial.runs().getOrDefault("player", Double.NaN);
    }

    /** Two threads: a block of eight runs after another of eight takes 4 s; results take 1.6 s, and half of what warming up takes is paid. */
    @Test
    void runsAreSharedOutAndResultsAreNot() {
        TrialRun trial = new TrialRun(Map.of("player", 0.5), 0.1, 3, 3200, 100);
        assertThat(trial.seconds(16, 2)).isCloseTo(4 + 1.6 + 0.75, within(1e-12));
        assertThat(trial.seconds(3200, 2)).isCloseTo(800 + 320 + 1.5, within(1e-9));
    }

    /** Thompson sampling has to integrate over its posterior to report probabilities. */
    @Test
    void tracesAreTriedWhereTheyAreAskedFor() {
        LearnerSpec thompson = new ThompsonBeta(1, 1);
        Optional<TraceRequest> some = Optional.of(new TraceRequest(new ReportSteps.AtMost(60), List.of(), 0));
        TrialRun plain = TrialRun.of(experiment(3, 500, thompson, Optional.empty()), 1, EFFORT);
        TrialRun traced = TrialRun.of(experiment(3, 500, thompson, some), 1, EFFORT);
        assertThat(run(traced)).isGreaterThan(2 * run(plain));
    }

    @Test
    void aLongRunIsExtrapolatedFromItsFirstSteps() {
        TrialRun one = TrialRun.of(experiment(3, 100_000_000, new Ucb1(), Optional.empty()), 1, EFFORT);
        TrialRun ten = TrialRun.of(experiment(3, 1_000_000_000, new Ucb1(), Optional.empty()), 1, EFFORT);
        assertThat(run(ten) / run(one)).isBetween(4.0, 25.0);
    }

    /** Rejects cannot be planned for 1200 arms and the 1000 steps that are tried first. */
    @Test
    void aLearnerThatNeedsManyStepsCanBeTriedToo() {
        TrialRun trial = TrialRun.of(experiment(1200, 5000, new SuccessiveRejects(), Optional.empty()), 1, EFFORT);
        assertThat(run(trial)).isPositive();
    }

    @Test
    void everyLearnerHasATimeOfItsOwn() {
        Experiment experiment = new Experiment(
                "?",
                1,
                50,
                2,
                new ReportSteps.Usual(),
                new GaussianTestbed(10, 0, 1, 1),
                Map.of("rejects", new SuccessiveRejects(), "bound", new Ucb1()),
                "");
        assertThat(TrialRun.of(experiment, 2, EFFORT).runs())
                .containsOnlyKeys("rejects", "bound")
                .allSatisfy((label, seconds) -> assertThat(seconds).isNotNegative());
    }
}
