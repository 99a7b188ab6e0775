package kelvin.comparison;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kelvin.contract.Stability;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import kelvin.results.Provenance;
import kelvin.results.ResultsFolder;
import kelvin.results.StoredResults;

/**
 * A results folder that is compared with others.
 *
 * @param path where it is, as it was given
 * @param name the shortest name that tells it from the others
 * @param values the effective values of its experiment
 * @param versions the versions that played it
 * @param provenance where its results come from
 * @param results its results
 */
@Stability(MAY_CHANGE)
public record ComparedFolder(
        Path path,
        String name,
        Map<?, ?> values,
        Map<String, String> versions,
        Provenance provenance,
        Results results) {
    /**
     * Reads a folder.
     *
     * @throws kelvin.yaml.BadInput if it holds no results, or incomplete or damaged ones
     */
    static ComparedFolder read(Path path, String name) {
        StoredResults stored = new ResultsFolder(path).stored();
        return new ComparedFolder(
                path, name, stored.values(), stored.versions(), stored.provenance(), stored.results());
    }

    /** Returns the labels of the learners, in the order of the experiment. */
    List<String> learners() {
        return results.series().stream().map(MetricCurve::learner).distinct().toList();
    }

    /** Returns the label of the learner that the experiment compares the others with. */
    String baseline() {
        return String.valueOf(values.get("baseline"));
    }

    /** Returns the reported steps. */
    long[] steps() {
        return results.series().get(0).steps();
    }

    long horizon() {
        return steps()[steps().length - 1];
    }

    long repetitions() {
        return results.trials(Metric.REGRET).get(0).values().length;
    }

    /** Returns whether a repetition of this folder shares its random streams with that of the same number of another one. */
    boolean shares(ComparedFolder other) {
        return String.valueOf(values.get("seed")).equals(String.valueOf(other.values.get("seed")));
    }
}
