package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.random.Seed;
import kelvin.simulation.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of classifiers on the page about neurons is that of the experiment. */
@Tag("long")
class ClassifiersPageTest {
    /** Returns the percentages of right answers among the first 20 flowers and the last 50, per learner. */
    private static Map<String, double[]> shares() throws IOException {
        Experiment experiment = ExperimentFile.read(
                        Path.of("experiments", "generative-or-discriminative.yaml"), new Catalog(), Overrides.NONE)
                .experiment();
        Simulation simulation = new Simulation(
                experiment.scenario(),
                new long[] {20, 100, 150},
                experiment.repetitions(),
                Seed.of(experiment.seed()),
                experiment.simulation().tracing());
        Map<String, double[]> shares = new LinkedHashMap<>();
        for (MetricCurve curve :
                simulation.play("classifiers?", 2, decisions -> {}).series(Metric.OPTIMAL_ACTION)) {
            shares.put(curve.learner(), new double[] {100 * curve.mean()[0], 100 * curve.mean()[2]});
        }
        return shares;
    }

    @Test
    void discriminantAnalysisNeedsTheFewestIrises() throws IOException {
        Map<String, double[]> shares = shares();
        List<String> rows = new ArrayList<>();
        shares.forEach((learner, right) ->
                rows.add(String.format(Locale.ROOT, "| %s | %.1f %% | %.1f %% |", learner, right[0], right[1])));
        double[] best = shares.remove("discriminant analysis");
        assertThat(shares)
                .hasSize(5)
                .allSatisfy((learner, right) -> assertThat(right[0]).isLessThan(best[0]));
        assertThat(shares).allSatisfy((learner, right) -> assertThat(right[1]).isLessThan(best[1]));
        assertThat(Files.readAllLines(GuideFigures.FOLDER.resolve("neurons.md")))
                .containsSubsequence(rows);
    }
}
