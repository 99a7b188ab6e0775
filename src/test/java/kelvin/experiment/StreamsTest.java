package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.RunSummary;
import kelvin.metric.RunValues;
import kelvin.metric.SkewedInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of random streams that are not the learner's label. */
class StreamsTest {
    private static final String YAML = """
            question: q
            seed: 1
            horizon: 60
            repetitions: 40
            report: [1, 20]
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.1}}]}}
            learners: {LABEL: {Greedy: {}}, other: {Ucb1: {}}}
            """;

    @TempDir
    private Path folder;

    private ExperimentFile read(String label, String more) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), YAML.replace("LABEL", label) + more);
        return ExperimentFile.read(file, new Catalog(), Overrides.NONE);
    }

    private Results play(String label, String more) throws IOException {
        return read(label, more).experiment().play(1, decisions -> {});
    }

    private static List<List<Double>> numbers(Results results, String label) {
        RunValues regret = results.trials(Metric.REGRET).get(0);
        RunSummary summary = RunSummary.of(regret);
        assertThat(summary.skewed()).as("a bootstrap interval").isTrue();
        List<Double> intervals = results.intervals().stream()
                .filter(each -> each.isOf(label, ""))
                .map(SkewedInterval::low)
                .toList();
        assertThat(intervals).isNotEmpty();
        return List.of(
                Arrays.stream(regret.values()).boxed().toList(),
                List.of(summary.bcaLow(), summary.bcaHigh()),
                intervals);
    }

    @Test
    void aLearnerDrawsFromTheStreamThatIsNamed() throws IOException {
        List<List<Double>> before = numbers(play("a", ""), "a");
        assertThat(numbers(play("b", "streams: {b: a}"), "b")).isEqualTo(before);
        assertThat(numbers(play("b", ""), "b")).isNotEqualTo(before);
    }

    @Test
    void pointsOfASweepDrawFromItToo() throws IOException {
        ExperimentFile file =
                read("b", "sweep: {h: {'testbed.FixedTestbed.arms[0].Bernoulli.p': [0.8, 0.9]}}\nstreams: {b: a}");
        assertThat(file.sweep().points())
                .allSatisfy(point -> assertThat(point.experiment().streams()).isEqualTo(Map.of("b", "a")));
    }

    @Test
    void aStreamThatIsTheLabelIsNotWritten() throws IOException {
        assertThat(read("a", "streams: {a: a}").experiment())
                .isEqualTo(read("a", "").experiment());
    }

    @Test
    void twoLearnersCannotDrawTheSameNumbers() {
        assertThatThrownBy(() -> read("a", "streams: {a: other}"))
                .hasMessageContaining("x.yaml:8: streams: found 'other' for two learners, must be a name for each");
    }

    @Test
    void namesAreOfLearners() {
        assertThatThrownBy(() -> read("a", "streams: {c: a}"))
                .hasMessageContaining("x.yaml:8: streams: found 'c', must be the label of a learner: a, other");
        assertThatThrownBy(() -> read("a", "streams: {a: ''}"))
                .hasMessageContaining("x.yaml:8: streams: found the name '', must be one line of 1 to 200 characters");
    }

    @Test
    void aLabelHasAtMostTwoHundredCharacters() throws IOException {
        String label = "x".repeat(200);
        assertThat(read(label, "").experiment().learners()).containsKey(label);
        assertThatThrownBy(() -> read(label + "y", ""))
                .hasMessageContaining("…', must be one line of 1 to 200 characters");
    }
}
