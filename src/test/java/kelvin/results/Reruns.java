package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.file.Folders;
import org.junit.jupiter.api.io.TempDir;

/** Runs of an experiment that is given again, each with what it left behind. */
abstract class Reruns {
    static final String YAML = """
            question: Wich one?
            seed: 1
            horizon: 30
            repetitions: 20
            report: [1, 10]
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.1}}]}}
            learners:
              a: {Greedy: {}}
              b: {Ucb1: {}}
              c: {EpsilonGreedy: {epsilon: 0.1}}
            baseline: b
            sweep: {epsilon: {learners.c.EpsilonGreedy.epsilon: [0.1, 0.2]}}
            trace: {steps: 3}
            """;

    final Catalog catalog = new Catalog();

    @TempDir
    Path temporary;

    /** The result of running a file: what was used again, and how many decisions were made. */
    record Ran(Reuse reuse, long decisions) {}

    ExperimentFile read(String yaml) throws IOException {
        return ExperimentFile.read(Files.writeString(temporary.resolve("x.yaml"), yaml), catalog, Overrides.NONE);
    }

    ResultsFolder folder() {
        return new ResultsFolder(temporary.resolve("results/x"));
    }

    Ran run(String yaml) throws IOException {
        return run(yaml, folder(), false, Long.MAX_VALUE);
    }

    Ran run(String yaml, ResultsFolder folder, boolean force, long most) throws IOException {
        try (CheckpointFolder saved = folder.reserve(catalog)) {
            Reuse reuse = Reuse.of(folder, read(yaml), catalog, force, saved);
            AtomicLong made = new AtomicLong();
            if (reuse.stored().isEmpty()) {
                new PlayIntoFolder(reuse.file(), folder, saved)
                        .play(1, made::addAndGet, found -> {}, () -> made.get() >= most);
            }
            return new Ran(reuse, made.get());
        }
    }

    Map<String, String> data(ResultsFolder folder) throws IOException {
        Map<String, String> data = new TreeMap<>();
        for (String name : Folders.names(folder.path())) {
            if (name.endsWith(".csv")) {
                data.put(name, Files.readString(folder.path().resolve(name)));
            }
        }
        return data;
    }

    /** The kept experiment gives the same bytes when it is played where there is nothing, and so do the values of the manifest. */
    void assertThatPlayingGivesTheSame() throws IOException {
        ResultsFolder fresh = new ResultsFolder(temporary.resolve("fresh/x"));
        assertThat(run(Files.readString(folder().path().resolve("experiment.yaml")), fresh, true, Long.MAX_VALUE)
                        .decisions())
                .isPositive();
        assertThat(data(folder())).isEqualTo(data(fresh));
        assertThat(Verification.of(folder(), catalog).differences(1, n -> {}, () -> false))
                .isEmpty();
    }

    void forgetCheckpoints() throws IOException {
        Folders.delete(folder().path().resolve(".saved"));
    }

    static String without(String yaml, String label) {
        String rest = yaml.lines()
                .filter(line -> !line.startsWith("  " + label))
                .reduce("", (all, line) -> all + line + "\n");
        return label.equals("c:") ? rest.replaceAll("sweep.*\n", "") : rest;
    }
}
