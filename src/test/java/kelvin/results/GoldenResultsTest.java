package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.json.Json;
import kelvin.metric.Results;
import kelvin.simulation.Checkpoints;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every experiment made small gives the data whose checksums are kept, on every JDK.
 *
 * <p>A change that means to move numbers copies {@code target/golden.csv}, which the test writes, over the kept file, and says why.
 */
@Tag("long")
class GoldenResultsTest {
    private static final Path KEPT = Path.of("src/test/resources/golden/experiments.csv");
    private static final Path FOUND = Path.of("target/golden.csv");
    private static final int REPETITIONS = 16;
    private static final long HORIZON = 300;

    /** Files that ask for more: a learner of a hundred arms, and a list of steps to report. */
    private static final Map<String, Long> LONGER =
            Map.of("all-learners-many.yaml", 700L, "cliff-step-sizes.yaml", 1000L);

    @TempDir
    private Path folder;

    @Test
    void everyExperimentGivesTheDataThatAreKept() throws IOException {
        List<String> found = new ArrayList<>(List.of("experiment,file,sha256"));
        try (Stream<Path> all = Files.list(Path.of("experiments"))) {
            for (Path path : all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                found.addAll(checksums(path));
            }
        }
        Files.createDirectories(FOUND.getParent());
        Files.write(FOUND, found);
        assertThat(found).containsExactlyElementsOf(Files.readAllLines(KEPT));
    }

    private List<String> checksums(Path path) throws IOException {
        Catalog catalog = new Catalog();
        long horizon = ExperimentFile.read(path, catalog, new Overrides(null, null, null))
                .experiment()
                .horizon();
        long steps = LONGER.getOrDefault(path.getFileName().toString(), HORIZON);
        ExperimentFile file =
                ExperimentFile.read(path, catalog, new Overrides(null, REPETITIONS, Math.min(horizon, steps)));
        Results results = file.experiment().play(2, decisions -> {}).toBuilder()
                .swept(
                        file.sweep().axes(),
                        file.sweep().play(point -> Checkpoints.NONE, 2, decisions -> {}, kept -> {}, () -> false))
                .build();
        Path written = Files.createDirectory(folder.resolve(path.getFileName()));
        DataFiles.write(written, results);
        List<String> checksums = new ArrayList<>();
        for (String name : DataFiles.names(results)) {
            checksums.add(
                    path.getFileName() + "," + name + "," + Json.sha256(Files.readAllBytes(written.resolve(name))));
        }
        return checksums;
    }
}
