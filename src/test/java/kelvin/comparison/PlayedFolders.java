package kelvin.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.metric.Results;
import kelvin.results.Effort;
import kelvin.results.ResultsFolder;
import org.junit.jupiter.api.io.TempDir;

/** Small experiments that are played into folders, to be compared. */
abstract class PlayedFolders {
    static final String YAML = """
            question: Which of two?
            seed: 1
            horizon: 60
            repetitions: 12
            report: [20, 40]
            testbed: {BernoulliTestbed: {arms: 3, means: {Uniform: {low: 0, high: 1}}}}
            learners:
              softmax: {Softmax: {temperature: 0.1}}
              UCB1: {Ucb1: {}}
            """;

    @TempDir
    Path temporary;

    /** Plays the experiment with some of its lines replaced: each argument is {@code old → new}. */
    Path play(String name, String... replaced) {
        String yaml = YAML;
        for (String each : replaced) {
            String[] words = each.split(" → ", -1);
            if (!yaml.contains(words[0])) {
                throw new IllegalArgumentException(words[0]);
            }
            yaml = yaml.replace(words[0], words[1]);
        }
        try {
            Path path = Files.writeString(temporary.resolve(name + ".yaml"), yaml);
            ExperimentFile file = ExperimentFile.read(path, new Catalog(), Overrides.NONE);
            Experiment experiment = file.experiment();
            Results results = experiment.play(1, n -> {});
            if (!file.sweep().points().isEmpty()) {
                results = results.toBuilder()
                        .swept(file.sweep().axes(), file.sweep().play(e -> kelvin.simulation.Checkpoints.NONE, 1, n -> {}, () -> false))
                        .build();
            }
            ResultsFolder folder = new ResultsFolder(temporary.resolve(name));
            folder.write(file, results, new Effort(Duration.ofSeconds(1), 1));
            return folder.path();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FolderComparison compare(Path... folders) {
        return FolderComparison.of(List.of(folders), LearnerSelection.ALL);
    }
}
