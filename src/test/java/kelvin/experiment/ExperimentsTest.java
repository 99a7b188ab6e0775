package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kelvin.results.Effort;
import kelvin.results.ResultsFolder;
import kelvin.results.ResultsWriter;
import kelvin.yaml.Catalog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code experiments/}, played small: two blocks of repetitions, no longer than most of the worlds change. */
class ExperimentsTest {
    private static final int REPETITIONS = 9;
    private static final long HORIZON = 2000;
    private static final Pattern LARGE = Pattern.compile("all-learners|million-arms");

    @TempDir
    private Path folder;

    static List<Path> files() throws IOException {
        return files(false);
    }

    /** Sixty learners take their time, and so does opening a million arms. */
    static List<Path> largeFiles() throws IOException {
        return files(true);
    }

    private static List<Path> files(boolean large) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("experiments"))) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> LARGE.matcher(file.getFileName().toString()).lookingAt() == large)
                    .sorted()
                    .toList();
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("largeFiles")
    void dataOfLargeExperimentsHaveTheSameBytesForAnyNumberOfThreads(Path path) throws IOException {
        dataHaveTheSameBytesForAnyNumberOfThreads(path);
    }

    @ParameterizedTest
    @MethodSource("files")
    void dataHaveTheSameBytesForAnyNumberOfThreads(Path path) throws IOException {
        Catalog catalog = new Catalog();
        long horizon = ExperimentFile.read(path, catalog, new Overrides(null, null, null))
                .experiment()
                .horizon();
        ExperimentFile file =
                ExperimentFile.read(path, catalog, new Overrides(null, REPETITIONS, Math.min(horizon, HORIZON)));
        ResultsFolder one = new ResultsFolder(folder.resolve("one"));
        ResultsFolder many = new ResultsFolder(folder.resolve("many"));
        one.write(file, file.experiment().play(1, decisions -> {}), new Effort(Duration.ofSeconds(1), 1));
        many.write(file, file.experiment().play(5, decisions -> {}), new Effort(Duration.ofSeconds(1), 1));
        for (String name : ResultsWriter.FILES) {
            assertThat(many.path().resolve(name))
                    .hasSameBinaryContentAs(one.path().resolve(name));
        }
    }
}
