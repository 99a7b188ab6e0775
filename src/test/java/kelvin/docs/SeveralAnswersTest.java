package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of learnt rules on the page "One answer or several" shows what its two experiments give. */
@Tag("long")
class SeveralAnswersTest {
    private static Results play(String name) throws IOException {
        Path file = Path.of("experiments/several-answers-" + name + ".yaml");
        return ExperimentFile.read(file, new Catalog(), Overrides.NONE)
                .experiment()
                .play(2, decisions -> {});
    }

    private static double mean(Results results, Metric metric, int learner) {
        return Arrays.stream(results.trials(metric).get(learner).values())
                .average()
                .orElseThrow();
    }

    private static String cells(Results results, int learner) {
        return String.format(
                Locale.ROOT,
                "%.1f | %.1f %% |",
                mean(results, Metric.REGRET, learner),
                100 * mean(results, Metric.OPTIMAL_ACTION, learner));
    }

    @Test
    void theTableShowsWhatTheExperimentsGive() throws IOException {
        Results f1 = play("f1");
        Results cost = play("cost");
        List<MetricCurve> learners = f1.series(Metric.REGRET);
        assertThat(Files.readAllLines(GuideFigures.FOLDER.resolve("one-or-several.md")))
                .containsSubsequence(IntStream.range(0, learners.size())
                        .mapToObj(i -> "| " + learners.get(i).learner() + " | " + cells(f1, i) + " " + cells(cost, i))
                        .toList());
    }
}
