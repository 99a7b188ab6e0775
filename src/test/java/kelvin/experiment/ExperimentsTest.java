package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kelvin.results.DataFiles;
import kelvin.results.Effort;
import kelvin.results.ResultsFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code experiments/}, played small: two blocks of repetitions, and few steps or, in long tests, as many as most of the worlds take to change. */
class ExperimentsTest {
    private static final int REPETITIONS = 9;
    private static final Catalog CATALOG = new Catalog();
    private static final long SHORT = 40;
    private static final long LONG = 2000;
    private static final Pattern LARGE = Pattern.compile(
            "all-learners|million-arms|cliff-step-sizes|models-on-digits|digits-|.*-digits|plateau-depth");

    @TempDir
    private Path folder;

    static List<Path> allFiles() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("experiments"))) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * All but those of sixty learners, a million arms or many models of digits, which take their time, and one that reports its 1000th
     * step.
     */
    static List<Path> files() throws IOException {
        return allFiles().stream()
                .filter(file -> !LARGE.matcher(file.getFileName().toString()).lookingAt())
                .toList();
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("allFiles")
    void dataOfLongExperimentsHaveTheSameBytesForAnyNumberOfThreads(Path path) throws IOException {
        assertEqualBytes(path, LONG);
    }

    @ParameterizedTest
    @MethodSource("files")
    void dataHaveTheSameBytesForAnyNumberOfThreads(Path path) throws IOException {
        assertEqualBytes(path, SHORT);
    }

    private void assertEqualBytes(Path path, long steps) throws IOException {
        long horizon = ExperimentFile.read(path, CATALOG, new Overrides(null, null, null))
                .experiment()
                .horizon();
        ExperimentFile file =
                ExperimentFile.read(path, CATALOG, new Overrides(null, REPETITIONS, Math.min(horizon, steps)));
        ResultsFolder one = new ResultsFolder(folder.resolve("one"));
        ResultsFolder many = new ResultsFolder(folder.resolve("many"));
        one.write(file, file.experiment().play(1, decisions -> {}), new Effort(Duration.ofSeconds(1), 1));
        many.write(file, file.experiment().play(5, decisions -> {}), new Effort(Duration.ofSeconds(1), 1));
        for (String name : DataFiles.REQUIRED) {
            assertThat(many.path().resolve(name))
                    .hasSameBinaryContentAs(one.path().resolve(name));
        }
    }
}
