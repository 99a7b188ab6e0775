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
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.learner.identification.SuccessiveRejects;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.ReportSteps;
import org.junit.jupiter.api.Test;

class TrialRunTest {
    @Test
    void openingCountsByRunFurtherStepsByDecisionAndTracesByStep() {
        assertThat(new TrialRun(0.5, 1e-3, 0.01).seconds(4, 1004, 200)).isCloseTo(5, within(1e-12));
    }

    /** Thompson sampling has to integrate over its posterior to report probabilities. */
    @Test
    void tracesAreTriedWhereTheyAreAskedFor() {
        Experiment traced = new Experiment(
                "?",
                1,
                500,
                new ReplicationPlan.Fixed(4),
                new ReportSteps.Usual(),
                new BernoulliTestbed(3, new Uniform(0, 1)),
                Map.of("Thompson", new ThompsonBeta(1, 1)),
                "",
                Map.of(),
                Optional.of(new TraceRequest(new ReportSteps.AtMost(60), List.of(), 0)),
                Map.of());
        TrialRun trial = TrialRun.of(traced, 1);
        assertThat(TrialRun.traced(traced)).isBetween(40L, 60L);
        assertThat(trial.trace()).isGreaterThan(trial.step());
    }

    /** Rejects cannot be planned for ten arms and a single step. */
    @Test
    void aLearnerThatNeedsManyStepsCanBeTriedToo() {
        Experiment experiment = new Experiment(
                "?",
                1,
                50,
                2,
                new ReportSteps.Usual(),
                new GaussianTestbed(10, 0, 1, 1),
                Map.of("rejects", new SuccessiveRejects()),
                "");
        TrialRun trial = TrialRun.of(experiment, 1);
        assertThat(trial.opening()).isZero();
        assertThat(trial.step()).isPositive();
    }
}
