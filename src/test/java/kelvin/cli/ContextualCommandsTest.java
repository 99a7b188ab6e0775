package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Experiments whose learners see a context, from the command line. */
class ContextualCommandsTest {
    private static final String YAML = """
            question: What does it see?
            seed: 1
            horizon: 300
            repetitions: 21
            report: 20
            testbed: TESTBED
            learners:
              seeing: {ContextualLearner: {model: {Ridge: {}}, policy: {Softmax: {temperature: 0.2}}}}
              blind: {Softmax: {temperature: 0.2}}
            baseline: blind
            sweep:
              τ: {learners.seeing.ContextualLearner.policy.Softmax.temperature: [0.05, 0.5]}
            trace: {steps: 10, runs: [3]}
            """;

    @TempDir
    private Path folder;

    private Path file(String testbed) throws IOException {
        return Files.writeString(folder.resolve("x.yaml"), YAML.replace("TESTBED", testbed));
    }

    private Path results(String name) {
        return folder.resolve(name).resolve("x");
    }

    private void run(String name, Object... options) throws IOException {
        Object[] words = new Object[4 + options.length];
        words[0] = "run";
        words[1] = folder.resolve("x.yaml");
        words[2] = "--results";
        words[3] = folder.resolve(name);
        System.arraycopy(options, 0, words, 4, options.length);
        assertThat(Kelvin.run(words)).returns("", Kelvin::err).returns(0, Kelvin::code);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(results("one"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{LinearContexts: {arms: 3, shared: 2, perAction: 1, layout: hybrid, weights: [[1, 0], [0, 1], [0, -1], [0.5]], drift: 0.01, noise: 0.5}}",
                "{Delayed: {testbed: {LogisticContexts: {arms: 3, shared: 3, weightStdDev: 1}}, delay: {Geometric: {p: 0.1}}}}",
                "{RandomSwitching: {testbed: {LinearContexts: {arms: 2, shared: 2, weightStdDev: 1, noise: 0.5}}, probability: 0.01}}",
                "{Wheel: {delta: 0.7}}"
            })
    void resultsDoNotDependOnThreadsOrInterruptions(String testbed) throws IOException {
        file(testbed);
        run("one", "--threads", "1", "--no-charts");
        run("three", "--threads", "3", "--no-charts");
        run("twice", "--repetitions", "5", "--threads", "3", "--no-charts");
        run("twice", "--threads", "2", "--no-charts");
        List<String> names = names();
        assertThat(names).contains("curves.csv", "selections.csv", "sweep.csv", "trace.csv");
        for (String name : names) {
            assertThat(results("three").resolve(name))
                    .hasSameBinaryContentAs(results("one").resolve(name));
            assertThat(results("twice").resolve(name))
                    .hasSameBinaryContentAs(results("one").resolve(name));
        }
    }

    @Test
    void aLearnerThatNeedsAContextIsRefusedWhereNoneIsSeen() throws IOException {
        Kelvin answer = Kelvin.run("check", file("{GaussianTestbed: {arms: 3, meanStdDev: 1, rewardStdDev: 1}}"));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .contains("x.yaml:8:")
                .contains(
                        "learners.seeing.ContextualLearner: needs a context before every decision, the testbed shows none");
    }

    @Test
    void aBlindLearnerPlaysByAveragesOverContexts() throws IOException {
        Path file = file("{Wheel: {delta: 0.7}}");
        assertThat(Kelvin.run("check", file))
                .returns("", Kelvin::err)
                .extracting(Kelvin::out)
                .asString()
                .contains("12,600 decisions", "learner 'blind', by the means over contexts: ")
                .doesNotContain("true means");
    }

    @Test
    void reportsRankByMeansOverContextsAndJudgeNoRegretAsLinear() throws IOException {
        file("{Wheel: {delta: 0.7}}");
        run("charts");
        assertThat(results("charts").resolve("report.html"))
                .content()
                .contains("At a step, each repetition meets a context of its own.")
                .doesNotContain(
                        "on average over contexts with probability",
                        "best at first",
                        "linear at the end",
                        "Linear at the end");
        assertThat(results("charts").resolve("selections.svg"))
                .content()
                .contains("true mean over contexts, 1 the best");
        assertThat(results("charts").resolve("groups.csv")).content().contains("hub", "rim");
    }
}
