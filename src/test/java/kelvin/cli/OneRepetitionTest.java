package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One repetition has no interval: the console, the report and the captions of charts say so instead of showing signs for nothing. */
class OneRepetitionTest {
    private static final String ALONE = """
            question: What does one repetition show
            seed: 1
            horizon: 20
            repetitions: 1
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
            learners:
              warm: {Softmax: {temperature: 0.2}}
              greedy: {Greedy: {}}
            sweep:
              τ: {learners.warm.Softmax.temperature: [0.1, 1]}
            """;

    @TempDir
    private Path folder;

    @Test
    void everythingSaysThatThereIsNoInterval() throws IOException {
        Path file = Files.writeString(folder.resolve("alone.yaml"), ALONE);
        Kelvin run = Kelvin.run("run", file, "--results", folder);
        assertThat(run.out())
                .contains("One repetition has no interval; --repetitions N plays more.")
                .doesNotContain("?");
        String text = Files.readString(folder.resolve("alone/report.html"))
                .replaceAll("(?s)<(script|style)\\b.*?</\\1>", "")
                .replaceAll("<[^>]*>", " ");
        assertThat(text)
                .contains(
                        "one has no interval.",
                        "one repetition, not tested: greedy",
                        "Paired difference in one repetition",
                        "Regret of one repetition at the horizon: one value, which has no spread.",
                        "One repetition at the horizon, which has no interval.")
                .doesNotContain(" 1 repetitions", "?");
        assertThat(Files.readString(folder.resolve("alone/summary.csv"))).contains(",,,,");
    }
}
