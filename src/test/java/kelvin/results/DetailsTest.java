package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.metric.Results;
import kelvin.metric.RewardHistogram;
import kelvin.metric.Trace;
import kelvin.metric.TracedQuantity;
import kelvin.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traces, maps and histograms of rewards are written to files and read back. */
class DetailsTest {
    private static final String TRACED = """
            question: Q
            seed: 1
            horizon: 20
            repetitions: 3
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.1}}]}}
            learners: {s: {Softmax: {temperature: 0.2}}, u: {Ucb1: {}}}
            trace: {steps: [2, 7], runs: [1]}
            """;
    private static final String WORLD = """
            question: Q
            seed: 1
            horizon: 20
            repetitions: 3
            testbed: {CliffWalking: {rows: 3, columns: 5}}
            learners: {q: {QLearning: {policy: {EpsilonGreedy: {epsilon: 0.1}}, stepSize: 0.5}}}
            """;

    @TempDir
    private Path temporary;

    private ExperimentFile file(String yaml) throws IOException {
        Path path = Files.writeString(temporary.resolve("x.yaml"), yaml);
        return ExperimentFile.read(path, new Catalog(), Overrides.NONE);
    }

    private ResultsFolder written(String yaml) throws IOException {
        ExperimentFile file = file(yaml);
        ResultsFolder folder = ResultsFolder.of(temporary, file);
        folder.write(file, file.experiment().play(1, n -> {}), new Effort(Duration.ZERO, 0));
        return folder;
    }

    @Test
    void tracesComeBackButForWhatIsNotKnown() throws IOException {
        Results played = file(TRACED).experiment().play(2, n -> {});
        Results read = written(TRACED).read();
        assertThat(read.traces())
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(played.traces().stream().filter(Trace::known).toList());
        assertThat(read.traces()).hasSize(2 * 4 + 2 * 3);
    }

    @Test
    void scheduledNumbersComeBack() throws IOException {
        String scheduled = TRACED.replace("u: {Ucb1: {}}", "u: {EpsilonGreedy: {epsilon: {InverseSqrt: {start: 1}}}}");
        Trace epsilon =
                written(scheduled).read().means(TracedQuantity.SCHEDULED).get(0);
        assertThat(epsilon.number()).isEqualTo("policy.epsilon");
        assertThat(epsilon.mean()[1][0]).isEqualTo(1 / Math.sqrt(7));
        assertThat(Files.readString(temporary.resolve("x").resolve("trace.csv")))
                .contains("\nu,,policy.epsilon,7,,,0.3779644730092272,0.0,3\n");
    }

    @Test
    void mapsComeBack() throws IOException {
        Results played = file(WORLD).experiment().play(2, n -> {});
        assertThat(written(WORLD).read().maps())
                .usingRecursiveComparison()
                .isEqualTo(played.maps())
                .isNotEqualTo(List.of());
    }

    @Test
    void histogramsOfRewardsComeBackAndAreVerified() throws IOException {
        ResultsFolder folder = written(TRACED.replaceFirst("trace:.*", "trace: {rewards: 2000}"));
        List<RewardHistogram> rewards = folder.read().rewards();
        assertThat(rewards).hasSize(2);
        assertThat(rewards.get(0).low()).containsExactly(0, 1);
        assertThat(rewards.get(0).frequency()[1]).isCloseTo(0.9, within(0.03));
        assertThat(rewards.get(1).frequency()[1]).isCloseTo(0.1, within(0.03));
        assertThat(Verification.of(folder, new Catalog()).differences(1, n -> {}, () -> false))
                .isEmpty();
    }

    @Test
    void rewardsOfAWorldHaveNoHistogram() {
        assertThatThrownBy(() -> file(WORLD + "trace: {rewards: 10}\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(":7: trace: rewards: must be 0 here");
    }

    @Test
    void tracesAreVerified() throws IOException {
        ResultsFolder folder = written(TRACED);
        Verification verification = Verification.of(folder, new Catalog());
        assertThat(verification.differences(2, n -> {}, () -> false)).isEmpty();
        Path trace = folder.path().resolve("trace.csv");
        Files.writeString(trace, Files.readString(trace).replaceFirst("entropy,2,,,0", "entropy,2,,,1"));
        assertThat(verification.differences(2, n -> {}, () -> false)).hasSize(1);
    }

    @Test
    void resultsWithoutATraceTakeTheOldOneAway() throws IOException {
        ResultsFolder folder = written(TRACED);
        assertThat(folder.path().resolve("trace.csv")).exists();
        written(TRACED.replaceFirst("trace:.*\n", ""));
        assertThat(folder.path().resolve("trace.csv")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {steps: [2, 21]} | :7: trace: found a step beyond the horizon, must be steps up to 20
            {runs: [3]}      | :7: trace: found runs [3], must be runs below 3, for repetitions count from 0
            {runs: [1, 1]}   | :7: trace.runs: found [1, 1], must be different repetitions, counted from 0
            {step: 5}        | :7: trace: unknown key 'step', did you mean 'steps'? Allowed: steps, runs, rewards
            50               | :7: trace: found 50, must be {}, or a mapping of some of steps, runs, rewards
            """)
    void aMistakeIsReportedWithItsPlace(String trace, String message) {
        assertThatThrownBy(() -> file(TRACED.replaceFirst("trace:.*", "trace: " + trace.replace("$", "\\$"))))
                .isInstanceOf(BadInput.class)
                .hasMessage(temporary.resolve("x.yaml") + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s,,entropy,2  | s,,entrpy,2  | :26: quantity: found 'entrpy', must be probability, value, entropy, temperature or the path of a scheduled number
            s,,entropy,7  | s,,entropy,1 | :27: step: found '1', must be above the step before it
            probability,2,0,1 | probability,2,0,2 | :2: rank: found '2', must be 1
            """)
    void damageIsReportedWhereItIs(String pattern, String by, String message) throws IOException {
        ResultsFolder folder = written(TRACED);
        Path trace = folder.path().resolve("trace.csv");
        Files.writeString(trace, Files.readString(trace).replaceFirst(pattern, by));
        assertThatThrownBy(folder::read).isInstanceOf(BadInput.class).hasMessage(trace + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            policy.csv  | q,0,1,up   | q,0,7,up   | :6: column: found '7', must be of the cell before, or the next
            policy.csv  | q,0,1,up   | q,0,1,left | :6: action: found 'left', must be up
            rewards.csv | 1,2,0.0    | 1,3,0.0    | :4: rank: found '3', must be 2
            trace.csv   | s,,probability,7,1.*\\n | `` | : every step of 's' must have the same ranks and arms; the file is cut short or mixed
            """)
    void damageOfMapsAndHistogramsIsReportedToo(String name, String pattern, String by, String message)
            throws IOException {
        ResultsFolder folder =
                written(name.equals("policy.csv") ? WORLD : TRACED.replace("runs: [1]", "runs: [1], rewards: 10"));
        Path damaged = folder.path().resolve(name);
        String text = Files.readString(damaged);
        Files.writeString(damaged, text.replaceFirst(pattern, by == null ? "" : by));
        assertThatThrownBy(folder::read).isInstanceOf(BadInput.class).hasMessage(damaged + message);
    }

    @Test
    void fewerRepetitionsThanTracedAreRefused() throws IOException {
        Path path = Files.writeString(temporary.resolve("x.yaml"), TRACED);
        assertThatThrownBy(() -> ExperimentFile.read(path, new Catalog(), new Overrides(null, 1, null)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("--horizon, --repetitions: leave out what the file's trace asks for: ");
    }
}
