package kelvin.experiment;

import static kelvin.experiment.SweepSamples.GAP;
import static kelvin.experiment.SweepSamples.TEMPERATURE;
import static kelvin.experiment.SweepSamples.YAML;
import static kelvin.experiment.SweepSamples.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import kelvin.metric.Metric;
import kelvin.metric.RunSummary;
import kelvin.metric.SweepPoint;
import kelvin.simulation.Checkpoints;
import kelvin.simulation.RunCancelled;
import kelvin.yaml.BadInput;
import kelvin.yaml.SourceLocation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {
    @TempDir
    private Path folder;

    private ExperimentFile read(String sweep) throws IOException {
        return SweepSamples.read(folder, sweep);
    }

    @Test
    void aPointIsTheExperimentWithThatValue() throws IOException {
        ExperimentFile file = read(TEMPERATURE);
        List<SweepPoint> swept = play(file);
        Path other = Files.writeString(
                folder.resolve("y.yaml"),
                YAML.replace("temperature: 0.1", "temperature: 0.01").replace("sweep:", ""));
        RunSummary alone = RunSummary.of(ExperimentFile.read(other, new Catalog(), Overrides.NONE)
                .experiment()
                .play(1, decisions -> {})
                .trials(Metric.REGRET)
                .get(0));
        assertThat(swept.get(0).value()).isEqualTo(0.01);
        assertThat(swept.get(0).mean()).isEqualTo(alone.mean());
        assertThat(swept)
                .extracting(SweepPoint::value)
                .startsWith(0.01)
                .endsWith(1.0)
                .hasSize(3 * 2 * 3);
    }

    /** The other learner alone is played at 0.3: that point has no learner of the chart. */
    @Test
    void aPointNeedsNoneOfTheLearnersOfAChart() throws IOException {
        Path file = Files.writeString(
                folder.resolve("y.yaml"),
                YAML.replace("UCB1: {Ucb1: {}}", "other: {EpsilonGreedy: {epsilon: 0.1}}")
                        + "  x: {learners.'soft max'.Softmax.temperature: [0.1], learners.other.EpsilonGreedy.epsilon: [0.1, 0.3]}\n"
                        + "chart: {learners: [soft max]}\n");
        assertThat(ExperimentFile.read(file, new Catalog(), Overrides.NONE)
                        .sweep()
                        .points())
                .hasSize(2);
    }

    @Test
    void aRowBelongsToThePointWithItsValues() throws IOException {
        ExperimentFile file = read(TEMPERATURE + GAP);
        List<Sweep.Point> points = file.sweep().points();
        SweepPoint row = play(file).get(0);
        assertThat(points.get(0).holds(row, row.learner())).isTrue();
        assertThat(points.get(0).holds(row, "another")).isFalse();
        assertThat(points.get(0).text()).isEqualTo("τ = 0.01, p = 0.5");
        assertThat(points.stream().filter(point -> point.holds(row, row.learner())))
                .hasSize(1);
    }

    /** Three points of two learners, of which one varies, and nine repetitions each. */
    @Test
    void decisionsAreCountedAsIfNoneWerePlayedTwiceAndWithout() throws IOException {
        ExperimentFile file = read(TEMPERATURE);
        long horizon = file.experiment().horizon();
        assertThat(file.sweep().decisions()).isEqualTo(3 * 2 * 9 * horizon);
        assertThat(file.sweep().distinct(file.experiment()).stream().mapToLong(Experiment::decisions))
                .containsExactly(2 * 9 * horizon, 9 * horizon, 9 * horizon);
    }

    @Tag("long")
    @Test
    void asManyPointsAsAllowedAreMade() throws IOException {
        String grid = "{from: 1, to: 100, points: 100, spacing: linear}";
        assertThat(read("  a: {seed: " + grid + "}\n  b: {horizon: " + grid + "}\n")
                        .sweep()
                        .points())
                .hasSize(10_000);
    }

    @Test
    void withoutASweepThereAreNoPoints() throws IOException {
        Experiment plain = read(TEMPERATURE).sweep().points().get(0).experiment();
        Sweep none = Sweep.of(plain, new Catalog(), SourceLocation.top("x"), Map.of());
        assertThat(none.points()).isEmpty();
        assertThat(none.axes()).isEmpty();
        assertThat(none.decisions()).isZero();
    }

    @Test
    void twoAxesGiveAGrid() throws IOException {
        ExperimentFile file = read(TEMPERATURE + GAP);
        assertThat(file.sweep().points()).hasSize(6);
        assertThat(file.sweep().decisions()).isEqualTo(6 * file.experiment().decisions());
        assertThat(play(file)).allMatch(SweepPoint::twofold);
    }

    @Test
    void aLearnerSitsOutWhereItHasNoValue() throws IOException {
        ExperimentFile file = read("  x: {learners.'soft max'.Softmax.temperature: [2, 3], horizon: [2, 3]}\n");
        assertThat(file.sweep().points())
                .extracting(point -> point.experiment().horizon())
                .containsExactly(2L, 3L);
        ExperimentFile apart = read("  x: {learners.'soft max'.ValueLearner.initialValue: [2, 3],"
                + " learners.'soft max'.Softmax.temperature: [3]}\n");
        assertThat(apart.sweep().points())
                .extracting(point -> point.experiment().learners().keySet().toString())
                .containsExactly("[UCB1]", "[soft max, UCB1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "τ: {learners.'soft max'.Softmax.temperature: [0]} | x.yaml:7: learners.'soft max'.ValueLearner.policy.Softmax.temperature: found 0.0, must be finite and > 0",
                "τ: {learners.softmax.Softmax.temperature: [1]} | path learners.softmax.Softmax.temperature: there is no 'softmax', must be soft max, UCB1",
                "τ: {learners.'soft max'.Softmax.tau: [1]} | there is no 'tau', must be temperature",
                "p: {'testbed.FixedTestbed.arms[7].Bernoulli.p': [0.5]} | there is no '7', must be an index below 2",
                "τ: {learners: [1]} | x.yaml:7: sweep: τ.learners: must lead to a number of the problem or of a learner",
                "τ: {learners.UCB1: [1]} | x.yaml:7: learners.UCB1: found 1.0, must be a learner, written {Softmax: {temperature: 1}}",
                "{a: {seed: {from: 1, to: 2, points: 101}}, b: {horizon: {from: 1, to: 2, points: 100}}} | x.yaml:7: sweep: found 10100 points, must be at most 10000",
                "'': {horizon: [5]} | x.yaml:7: sweep: found the axis '', must be named by one line of text",
                "b: {baseline: [1]} | x.yaml:7: sweep: b.baseline: must lead to a number of the problem or of a learner",
                "r: {report: [5, 10]} | x.yaml:7: sweep: r.report: must lead to a number of the problem or of a learner",
                "d: {chart.dpi: [100, 200]} | x.yaml:7: sweep: d.chart.dpi: must lead to a number of the problem or of a learner",
                "τ: {..: [1]} | must be keys with dots between them",
                "τ: {horizon: {from: 0, to: 3, points: 2}} | must be > 0, or with spacing: linear",
                "τ: {horizon: {from: 1, to: 3}} | missing key 'points'",
                "τ: {horizon: [1.5]} | horizon: found 1.5, must be a whole number",
                "τ: {horizon: [1, 2], seed: [1]} | must have all values of its axis; only learners may leave some out"
            })
    void mistakesAreNamedWithTheirPath(String sweep, String message) {
        assertThatThrownBy(() -> read("  " + sweep + "\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void gridsOfPowersHoldJustThose() throws IOException {
        Experiment experiment =
                read("  τ: {learners.'soft max'.Softmax.temperature: {from: 0.0078125, to: 0.25, points: 6}}\n")
                        .experiment();
        assertThat(experiment
                        .sweep()
                        .getOrDefault("τ", Map.of())
                        .values()
                        .iterator()
                        .next())
                .containsExactly(0.0078125, 0.015625, 0.03125, 0.0625, 0.125, 0.25);
    }

    /** Differences to the baseline may decide when a point is sure, so it must not become another one. */
    @Test
    void everyPointKeepsTheBaseline() throws IOException {
        String yaml = YAML.replace("learners: {", "baseline: UCB1\nlearners: {");
        Path path = Files.writeString(folder.resolve("x.yaml"), yaml + TEMPERATURE + GAP);
        assertThat(ExperimentFile.read(path, new Catalog(), Overrides.NONE)
                        .sweep()
                        .points())
                .hasSize(6)
                .allMatch(point -> point.experiment().baseline().equals("UCB1"));
    }

    @Test
    void whereTheBaselineSitsOutTheFirstLearnerStandsIn() throws IOException {
        String yaml = YAML.replace("learners: {", "baseline: UCB1\nlearners: {")
                .replace("{Ucb1: {}}", "{Ucb: {exploration: 1}}");
        Path path = Files.writeString(
                folder.resolve("x.yaml"),
                yaml + "  x: {learners.UCB1.Ucb.exploration: [1], learners.'soft max'.Softmax.temperature: [1, 2]}\n");
        assertThat(ExperimentFile.read(path, new Catalog(), Overrides.NONE)
                        .sweep()
                        .points())
                .extracting(point -> point.experiment().baseline())
                .containsExactly("UCB1", "soft max");
    }

    @Test
    void everyPointStopsWhenItIsSure() throws IOException {
        String yaml = YAML.replace("repetitions: 9", "repetitions: {until: {halfWidth: 0.5, max: 1000}}");
        Path path = Files.writeString(folder.resolve("x.yaml"), yaml + "  p: {horizon: [2, 30]}\n");
        List<SweepPoint> swept = play(ExperimentFile.read(path, new Catalog(), Overrides.NONE));
        assertThat(swept.get(0).repetitions()).isEqualTo(64);
        assertThat(swept.get(swept.size() - 1).repetitions()).isGreaterThan(64);
    }

    @Test
    void whatIsStoppedHasThePointsBefore() throws IOException {
        LongAdder made = new LongAdder();
        assertThatExceptionOfType(RunCancelled.class)
                .isThrownBy(() -> read(TEMPERATURE)
                        .sweep()
                        .play(
                                experiment -> Checkpoints.NONE,
                                1,
                                made::add,
                                kept -> {},
                                () -> made.sum() >= 30 * 9 * 2 + 30))
                .satisfies(stopped -> assertThat(stopped.swept()).hasSize(2 * 3).allMatch(row -> row.value() == 0.01))
                .satisfies(stopped -> assertThat(stopped.kept())
                        .as("nine of two learners, and one of the next point")
                        .isEqualTo(2 * 9 + 1));
    }

    @Test
    void whoDecidesMustNotSitOut() throws IOException {
        String yaml = YAML.replace(
                        "repetitions: 9", "repetitions: {until: {halfWidth: 0.5, of: regret of soft max, max: 1000}}")
                .replace("UCB1: {Ucb1: {}}", "ε: {EpsilonGreedy: {epsilon: 0.1}}");
        Path path = Files.writeString(
                folder.resolve("x.yaml"),
                yaml + "  p: {learners.'soft max'.Softmax.temperature: [2], learners.ε.EpsilonGreedy.epsilon: [1]}\n");
        assertThatThrownBy(() -> ExperimentFile.read(path, new Catalog(), Overrides.NONE))
                .hasMessageContaining("must be regret of one of: ε");
    }

    /** Checkpoints in memory, by experiment. */
    private static final class Kept {
        private final Map<Experiment, Map<String, long[]>> words = new HashMap<>();

        Checkpoints of(Experiment experiment) {
            Map<String, long[]> own = words.computeIfAbsent(experiment, key -> new HashMap<>());
            return new Checkpoints() {
                @Override
                public long[] load(String label) {
                    return own.getOrDefault(label, new long[0]);
                }

                @Override
                public void save(String label, long[] saved) {
                    own.put(label, saved);
                }
            };
        }
    }

    @Test
    void decisionsOfAnEarlierSessionAreFoundAndNotMade() throws IOException {
        Sweep sweep = read(TEMPERATURE).sweep();
        Kept kept = new Kept();
        for (long before : new long[] {0, sweep.decisions()}) {
            LongAdder made = new LongAdder();
            LongAdder found = new LongAdder();
            sweep.play(kept::of, 1, made::add, found::add, () -> false);
            assertThat(found.sum()).isEqualTo(before);
            assertThat(made.sum()).isEqualTo(sweep.decisions() - before);
        }
    }
}
