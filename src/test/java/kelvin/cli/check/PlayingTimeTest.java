package kelvin.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayingTimeTest {
    private static final String YAML = """
            question: How long do seven points take?
            seed: 1
            horizon: 10
            repetitions: 4
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
            learners: {soft: {Softmax: {temperature: 1}}, even: {Uniform: {}}}
            sweep:
              temperature: {learners.soft.Softmax.temperature: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]}
            """;

    @TempDir
    private Path folder;

    private PlayingTime time() throws IOException {
        return time(YAML);
    }

    private PlayingTime time(String text) throws IOException {
        Path yaml = Files.writeString(folder.resolve("x.yaml"), text);
        ExperimentFile file = ExperimentFile.read(yaml, new Catalog(), Overrides.NONE);
        return PlayingTime.of(file.experiment(), file.sweep(), 1);
    }

    @Test
    void aLearnerThatDoesNotVaryIsPlayedOnce() throws IOException {
        assertThat(time().points().stream().map(Experiment::learners).map(Map::keySet))
                .containsExactly(
                        Set.of("soft", "even"),
                        Set.of("soft"),
                        Set.of("soft"),
                        Set.of("soft"),
                        Set.of("soft"),
                        Set.of("soft"),
                        Set.of("soft"));
    }

    @Test
    void aLearnerThatTheExperimentHasPlayedIsNotPlayedAtAnyPoint() throws IOException {
        assertThat(time(YAML.replace("repetitions:", "report: [10]\nrepetitions:")).points().stream()
                        .map(Experiment::learners)
                        .map(Map::keySet))
                .hasSize(7)
                .allMatch(Set.of("soft")::equals);
    }

    @Test
    void aPlanThatStopsByALearnerThatIsPlayedElsewhereIsCountedToItsEnd() throws IOException {
        String until = "{until: {halfWidth: 1, of: regret of even, min: 64, max: 128}}";
        assertThat(time(YAML.replace("repetitions: 4", "repetitions: " + until)).points().stream()
                        .mapToLong(Experiment::decisions)
                        .sum())
                .isEqualTo(8 * 128 * 10);
    }

    @Test
    void someOfThePointsAreTriedTheFirstAndTheLastAmongThem() throws IOException {
        assertThat(time().tried()).containsOnlyKeys(0, 1, 3, 4, 6);
    }

    @Test
    void theOthersTakeAsLongAsThoseThatWereTried() throws IOException {
        PlayingTime some = time();
        TrialRun slow = new TrialRun(Map.of("soft", 1.0), 0, 0, 1, 10);
        TrialRun quick = new TrialRun(Map.of("soft", 0.5), 0, 0, 1, 10);
        List<Experiment> points = some.points().subList(1, 4);
        PlayingTime time = new PlayingTime(some.experiment(), quick, points, Map.of(0, slow, 2, quick), 1);
        assertThat(time.most()).isEqualTo(time.least()).isCloseTo(4 * (0.5 + 1 + 0.75 + 0.5), within(1e-12));
    }
}
