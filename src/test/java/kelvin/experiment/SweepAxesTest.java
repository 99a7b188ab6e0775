package kelvin.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kelvin.experiment.SweepSamples.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kelvin.metric.SweptAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepAxesTest {
    @TempDir
    private Path folder;

    private ExperimentFile read(String sweep) throws IOException {
        return SweepSamples.read(folder, sweep);
    }

    @Test
    void anAxisOfTheProblemIsACondition() throws IOException {
        List<SweptAxis> axes = read("  τ: {learners.'soft max'.Softmax.temperature: [0.10, 1e3]}\n" + GAP)
                .sweep()
                .axes();
        assertThat(axes)
                .containsExactly(
                        new SweptAxis("τ", false, Set.of("soft max"), Map.of(0.1, "0.10", 1000.0, "1e3")),
                        new SweptAxis("p", true, Set.of(), Map.of(0.5, "0.5", 0.8, "0.8")));
        assertThat(read("  x: {learners.'soft max'.Softmax.temperature: [2], horizon: [2]}\n")
                        .sweep()
                        .axes())
                .containsExactly(new SweptAxis("x", true, Set.of("soft max"), Map.of(2.0, "2")));
    }

    @Test
    void aScheduleIsOfItsLearnerAndADelayOfTheProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("y.yaml"), """
                question: How late?
                seed: 1
                horizon: 30
                repetitions: 9
                testbed: {Delayed: {testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}, delay: {Constant: {value: 1}}}}
                learners: {softmax: {Softmax: {temperature: {InverseSqrt: {start: 1}}}}}
                sweep:
                  start: {learners.softmax.Softmax.temperature.InverseSqrt.start: {from: 0.10, to: 1.0, points: 3}}
                  delay: {testbed.Delayed.delay.Constant.value: [1, 1e1]}
                """);
        assertThat(ExperimentFile.read(file, new Catalog(), Overrides.NONE)
                        .sweep()
                        .axes())
                .containsExactly(
                        new SweptAxis("start", false, Set.of("softmax"), Map.of(0.1, "0.10", 1.0, "1.0", 3.0, "3")),
                        new SweptAxis("delay", true, Set.of(), Map.of(1.0, "1", 10.0, "1e1")));
    }

    @Test
    void valuesAreAsTheFileWritesThem() {
        String yaml = "question: q\nsweep: {a: {x: [0.10, 1e3]}, b: {y: [2]}}";
        assertThat(SweepAxes.written("x.yaml", yaml.getBytes(UTF_8)))
                .isEqualTo(Map.of("a", Map.of(0.1, "0.10", 1000.0, "1e3"), "b", Map.of(2.0, "2")));
    }

    @Test
    void anExperimentWithoutASweepHasNoValues() {
        assertThat(SweepAxes.written("x.yaml", "question: q".getBytes(UTF_8))).isEmpty();
    }
}
