package kelvin.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.metric.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small experiment, played anew before each test, and the folder of its results. */
public abstract class SmallResults {
    public static final String YAML = """
            question: Which "one", and why?
            seed: 1
            horizon: 20
            repetitions: 3
            report: [1, 5]
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
            learners:
              ε, "greedy": {EpsilonGreedy: {epsilon: 0.1}}
              UCB1: {Ucb1: {}}
            """;

    @TempDir
    public Path temporary;

    public ExperimentFile file;
    public Results results;
    public ResultsFolder folder;

    @BeforeEach
    void play() throws IOException {
        file = read(YAML);
        results = file.experiment().play(1, n -> {});
        folder = ResultsFolder.of(temporary.resolve("results"), file);
    }

    ExperimentFile read(String yaml) throws IOException {
        Path path = Files.writeString(temporary.resolve("x.yaml"), yaml);
        return ExperimentFile.read(path, new Catalog(), Overrides.NONE);
    }

    void write() {
        folder.write(file, results, new Effort(Duration.ofSeconds(2), 1));
    }

    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    String text(String name) throws IOException {
        return Files.readString(folder.path().resolve(name));
    }
}
