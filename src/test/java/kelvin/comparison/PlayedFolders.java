package kelvin.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.cli.Kelvin;
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
    static Path temporary;

    private static final Map<List<String>, Path> PLAYED = new HashMap<>();

    /** Plays the experiment with some of its lines replaced, once for all tests of a class: each argument is {@code old → new}. */
    static Path play(String name, String... replaced) {
        List<String> key = Stream.concat(Stream.of(temporary.toString(), name), Stream.of(replaced))
                .toList();
        return PLAYED.computeIfAbsent(key, played -> playNow(name, replaced));
    }

    private static Path playNow(String name, String... replaced) {
        String yaml = YAML;
        for (String each : replaced) {
            String[] words = each.split(" → ", -1);
            if (!yaml.contains(words[0])) {
                throw new IllegalArgumentException(words[0]);
            }
            yaml = yaml.replace(words[0], words[1]);
        }
        try {
            Path root = Files.createTempDirectory(temporary, "");
            Path file = Files.writeString(root.resolve(name + ".yaml"), yaml);
            Kelvin played = Kelvin.run("run", file, "--no-charts", "--results", root);
            assertThat(played.err()).isEmpty();
            return root.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FolderComparison compare(Path... folders) {
        return FolderComparison.of(List.of(folders), LearnerSelection.ALL);
    }
}
