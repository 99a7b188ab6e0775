package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.contract.Environment;
import kelvin.learner.ValueLearner;
import kelvin.metric.StepUnit;
import kelvin.policy.Greedy;
import kelvin.schedule.InverseCount;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.ReportSteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest experiment, and facts about any. */
class ExperimentTest {
    private static final Environment COINS = new FixedTestbed(List.of(new Bernoulli(0.9), new Bernoulli(0.6)));

    @TempDir
    private Path folder;

    private static Experiment of(long horizon, int repetitions, ReportSteps report) {
        return new Experiment(
                "q",
                1,
                horizon,
                repetitions,
                report,
                COINS,
                Map.of("greedy", new ValueLearner(new Greedy(), 0, new InverseCount(1), false)),
                "");
    }

    private Experiment read(String yaml) throws IOException {
        return ExperimentFile.read(Files.writeString(folder.resolve("x.yaml"), yaml), new Catalog(), Overrides.NONE)
                .experiment();
    }

    @Test
    void decisionsAreAsManyAsALongCanCount() {
        ReportSteps report = new ReportSteps.AtMost(10);
        assertThat(of(Long.MAX_VALUE / 2, 2, report).decisions()).isEqualTo(Long.MAX_VALUE - 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Long.MAX_VALUE / 2 + 1, 2, report))
                .withMessageContaining("must be at most " + Long.MAX_VALUE / 2 + " for so many runs");
    }

    @Test
    void aMillionStepsAreReportedAtMost() {
        int most = ReportSteps.MAX_STEPS;
        assertThat(of(most, 1, new ReportSteps.AtMost(most)).reportSteps()).hasSize(most);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(most + 1L, 1, new ReportSteps.AtMost(most + 1)))
                .withMessageContaining((most + 1) + " steps, must be at most " + most);
    }

    /** An experiment made by a program, without a file, is held to the same. */
    @Test
    void listedStepsAreWithinTheHorizon() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(50, 1, new ReportSteps.At(List.of(10L, 60L))))
                .withMessageContaining("60, must be at most the horizon, 50");
    }

    @Test
    void aLearnerDrawsFromTheStreamOfItsLabelUnlessItNamesAnother() {
        Experiment experiment = of(10, 1, new ReportSteps.AtMost(10));
        assertThat(experiment.stream("greedy")).isEqualTo("greedy");
        assertThat(experiment.with(Map.of("greedy", "before")).stream("greedy")).isEqualTo("before");
    }

    @Test
    void whatIsTracedIsPartOfTheSimulation() {
        Experiment plain = of(100, 3, new ReportSteps.AtMost(10));
        TraceRequest request = new TraceRequest(new ReportSteps.At(List.of(5L, 50L)), List.of(2), 7);
        Experiment traced = new Experiment(
                plain.question(),
                plain.seed(),
                plain.horizon(),
                new ReplicationPlan.Fixed(3),
                plain.report(),
                COINS,
                plain.learners(),
                "",
                Map.of(),
                Optional.of(request),
                Map.of(),
                Optional.empty());
        assertThat(traced.simulation().tracing().steps()).containsExactly(5, 50, 100);
        assertThat(traced.simulation().tracing().draws()).isEqualTo(7);
        assertThat(plain.simulation().tracing().steps()).isEmpty();
    }

    @Test
    void aWorldIsPlayedInEpisodesAndABanditInSteps() throws IOException {
        String yaml = """
                question: q
                seed: 1
                horizon: 5
                repetitions: 2
                testbed: {CliffWalking: {}}
                learners: {a: {QLearning: {stepSize: 0.5, policy: {EpsilonGreedy: {epsilon: 0.1}}}}}
                """;
        assertThat(read(yaml).unit()).isEqualTo(StepUnit.EPISODE);
        assertThat(of(10, 1, new ReportSteps.AtMost(10)).unit()).isEqualTo(StepUnit.STEP);
    }
}
