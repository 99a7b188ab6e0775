package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kelvin.metric.ProblemKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds by which the gallery is grouped. */
class ProblemKindTest {
    @ParameterizedTest
    @CsvSource({
        "ten-armed-testbed, STATIONARY",
        "thompson-against-ucb-with-delay, STATIONARY",
        "abrupt-change, CHANGING",
        "adversarial-switch, CHANGING",
        "sleeping-arms, CHANGING",
        "wheel, CONTEXTUAL",
        "drifting-linear, CONTEXTUAL",
        "semi-bandit, SLATES",
        "several-right-answers, SLATES",
        "blackjack, EPISODES"
    })
    void anExperimentIsOfTheKindOfItsWorld(String name, ProblemKind kind) {
        Experiment experiment = ExperimentFile.read(
                        Path.of("experiments", name + ".yaml"), new Catalog(), new Overrides(null, null, null))
                .experiment();
        assertThat(experiment.scenario().problem(experiment.horizon())).isEqualTo(kind);
    }
}
