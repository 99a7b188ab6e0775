package kelvin.results;

import static kelvin.experiment.SweepSamples.GAP;
import static kelvin.experiment.SweepSamples.TEMPERATURE;
import static kelvin.experiment.SweepSamples.play;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.SweepSamples;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.SweepPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCsvTest {
    @TempDir
    private Path folder;

    private ExperimentFile read(String sweep) throws IOException {
        return SweepSamples.read(folder, sweep);
    }

    /** UCB1 is the same at every temperature: the first of equal points is marked. */
    @Test
    void theBestValueOfEachLearnerIsMarkedInTheFile() throws IOException {
        List<String> regret =
                marked(TEMPERATURE).filter(row -> row.contains(",regret,")).toList();
        assertThat(regret).hasSize(2).anyMatch(row -> row.startsWith("τ,0.01,,,UCB1,"));
        List<SweepPoint> swept = play(read(TEMPERATURE));
        for (Metric metric : List.of(Metric.REGRET, Metric.REWARD)) {
            List<SweepPoint> own = swept.stream()
                    .filter(s -> s.metric() == metric && s.learner().equals("soft max"))
                    .toList();
            Comparator<SweepPoint> order = Comparator.comparingDouble(SweepPoint::mean);
            SweepPoint best =
                    own.stream().min(metric.larger() ? order.reversed() : order).orElseThrow();
            assertThat(own).anyMatch(point -> point.mean() != best.mean());
            assertThat(marked(TEMPERATURE))
                    .filteredOn(row -> row.contains("soft max," + metric.key() + ","))
                    .singleElement()
                    .asString()
                    .startsWith("τ," + best.value() + ",,,");
        }
    }

    @Test
    void valuesOfTheProblemAreConditionsOfWhichNoneIsMarked() throws IOException {
        for (String sweep : List.of(GAP, TEMPERATURE + GAP, "  T: {horizon: [2, 3]}\n")) {
            assertThat(marked(sweep)).as(sweep).isEmpty();
        }
    }

    private Stream<String> marked(String sweep) throws IOException {
        ExperimentFile file = read(sweep);
        Results results =
                Results.builder("?").swept(file.sweep().axes(), play(file)).build();
        DataFiles.write(folder, results);
        return Files.readString(folder.resolve("sweep.csv")).lines().skip(1).filter(row -> row.endsWith(",best"));
    }

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        ExperimentFile file = read(TEMPERATURE.replace("0.1]", "0.10]") + GAP);
        ResultsFolder results = ResultsFolder.of(folder, file);
        List<SweepPoint> swept = play(file);
        results.write(
                file,
                file.experiment().play(1, decisions -> {}).toBuilder()
                        .swept(file.sweep().axes(), swept)
                        .build(),
                new Effort(Duration.ofSeconds(1), 1));
        assertThat(results.read().swept()).isEqualTo(swept);
        assertThat(results.read().axes()).isEqualTo(file.sweep().axes());
        assertThat(results.state(file.experiment())).isEqualTo(ResultsFolder.State.EQUAL);
        assertThat(Verification.of(results, new Catalog()).differences(2, decisions -> {}, () -> false))
                .isEmpty();
    }

    /** Every second draw is of the sweep, and eleven of them meet the one of two points that was changed. */
    @Test
    void aForgedRowIsFoundBySampling() throws IOException {
        ExperimentFile file = read("  p: {horizon: [2, 30]}\n");
        ResultsFolder results = ResultsFolder.of(folder, file);
        results.write(
                file,
                file.experiment().play(1, decisions -> {}).toBuilder()
                        .swept(file.sweep().axes(), play(file))
                        .build(),
                new Effort(Duration.ofSeconds(1), 1));
        Verification verification = Verification.of(results, new Catalog());
        assertThat(verification.sampled(22, 1)).isEmpty();
        Path sweep = results.path().resolve("sweep.csv");
        Files.writeString(sweep, Files.readString(sweep).replaceFirst("(p,2.0,,,[^,]*,regret,)[^,]*", "$1" + "0.125"));
        assertThat(verification.sampled(22, 1))
                .anyMatch(problem -> problem.endsWith("at p = 2.0: regret is not what is played again"));
    }
}
