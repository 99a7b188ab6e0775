package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import kelvin.bandit.GaussianTestbed;
import kelvin.experiment.Experiment;
import kelvin.experiment.Report;
import kelvin.learner.SuccessiveRejects;
import org.junit.jupiter.api.Test;

class TrialTest {
    @Test
    void openingCountsByRunAndFurtherStepsByDecision() {
        assertThat(new Trial(0.5, 1e-3).seconds(4, 1004)).isCloseTo(3, within(1e-12));
    }

    /** Rejects cannot be planned for ten arms and a single step. */
    @Test
    void aLearnerThatNeedsManyStepsCanBeTriedToo() {
        Experiment experiment = new Experiment(
                "?",
                1,
                50,
                2,
                new Report.Usual(),
                new GaussianTestbed(10, 0, 1, 1),
                Map.of("rejects", new SuccessiveRejects()),
                "");
        Trial trial = Trial.of(experiment, 1);
        assertThat(trial.opening()).isZero();
        assertThat(trial.step()).isPositive();
    }
}
