package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.OwnClasses;
import kelvin.json.Json;
import kelvin.learner.index.Ucb1;
import kelvin.simulation.ReportSteps;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final Experiment EXPERIMENT = new Experiment(
            "Why \"so\"?",
            1,
            10,
            2,
            new ReportSteps.AtMost(5),
            new FixedTestbed(List.of(new Bernoulli(0.5))),
            Map.of("UCB1", new Ucb1()),
            "");

    private static ExperimentFile file(String path) {
        return new ExperimentFile(Path.of(path), new byte[0], EXPERIMENT);
    }

    /** The command that plays again names no other file than the one that was played. */
    @Test
    void aFileElsewhereIsNamed() {
        Effort effort = new Effort(Duration.ZERO, 0);
        assertThat(Manifest.text(file("my/why.yaml"), Optional.empty(), effort, Map.of(), Build.facts()))
                .contains("\"file\": \"my/why.yaml\"");
        assertThat(Manifest.text(file("experiments/why.yaml"), Optional.empty(), effort, Map.of(), Build.facts()))
                .doesNotContain("\"file\"");
    }

    @Test
    void itSaysWhatWasPlayedWhereAndHowFast() {
        assertThat(Manifest.text(
                        file("experiments/why.yaml"),
                        Optional.empty(),
                        new Effort(Duration.ofMillis(500), 20),
                        Map.of(),
                        Build.facts()))
                .contains("\"wall_seconds\": 0.5", "\"decisions\": 20", "\"decisions_per_second\": 40")
                .contains(
                        "\"java\": \"" + Runtime.version(),
                        "\"os\": ",
                        "\"kelvin\": ",
                        "\"question\": \"Why \\\"so\\\"?\"");
    }

    /** {@code printf '%s' '{"baseline":"UCB1",…}' | sha256sum}. */
    @Test
    void itsHashIsOfTheSortedValues() {
        assertThat(Json.canonical(Catalog.tree(EXPERIMENT)))
                .isEqualTo(
                        "{\"baseline\":\"UCB1\",\"horizon\":10,\"learners\":{\"UCB1\":{\"Ucb1\":{}}},\"question\":\"Why \\\"so\\\"?\","
                                + "\"repetitions\":2,\"report\":5,\"seed\":1,"
                                + "\"testbed\":{\"FixedTestbed\":{\"arms\":[{\"Bernoulli\":{\"p\":0.5}}]}}}");
        assertThat(Manifest.text(
                        file("experiments/why.yaml"),
                        Optional.empty(),
                        new Effort(Duration.ZERO, 0),
                        Map.of(),
                        Build.facts()))
                .contains("\"sha256\": \"bff7435764ecbf4cbb898ea5466f9b0a9b3d3f21ab7e4a85dbe3c6d8255e7204\"");
    }

    @Test
    void numbersAreWrittenSoThatTheyComeBack() {
        assertThat(Json.canonical(Map.of("b", List.of(1e-5, 0.1, -0.0, Long.MIN_VALUE), "a", true)))
                .isEqualTo("{\"a\":true,\"b\":[1.0E-5,0.1,-0.0,-9223372036854775808]}");
    }

    private static Manifest of(OwnClasses own) {
        ExperimentFile file = file("why.yaml");
        ExperimentFile played = new ExperimentFile(file.path(), file.bytes(), EXPERIMENT, file.sweep(), own);
        String text = Manifest.text(played, Optional.empty(), new Effort(Duration.ZERO, 0), Map.of(), Build.facts());
        return Manifest.of(Path.of("manifest.json"), text);
    }

    @Test
    void classesOfAUsersOwnAreKnownAgain() {
        OwnClasses own = new OwnClasses("mine.jar", "abc");
        assertThat(of(own).text()).contains("\"classpath\": \"mine.jar\"", "\"classes\": \"abc\"");
        assertThat(of(own).playedWith(own)).isTrue();
        assertThat(of(own).playedWith(new OwnClasses("mine.jar", "abd"))).isFalse();
        assertThat(of(OwnClasses.NONE).text()).doesNotContain("classpath");
        assertThat(of(OwnClasses.NONE).playedWith(own)).isTrue();
    }

    @Test
    void aLearnerKeepsTheStreamThatItWasPlayedWith() {
        Manifest renamed = Manifest.of(Path.of("m.json"), "{\"values\": {\"streams\": {\"b\": \"a\"}}}");
        assertThat(renamed.stream("b")).isEqualTo("a");
        assertThat(renamed.stream("c")).isEqualTo("c");
        assertThat(of(OwnClasses.NONE).stream("UCB1")).isEqualTo("UCB1");
    }
}
