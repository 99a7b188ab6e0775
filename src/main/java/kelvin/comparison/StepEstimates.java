package kelvin.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.metric.Metric;
import kelvin.metric.MetricEstimate;
import kelvin.metric.Results;
import kelvin.metric.RunDifference.Pair;

/**
 * The estimates of learners at one step: from the values of all repetitions where it is the horizon, else from curves, which know means
 * over all steps so far of what accumulates or stands at a step, and not of averages.
 *
 * @param folders the folders
 * @param names the name of each learner
 * @param step the step
 */
record StepEstimates(List<ComparedFolder> folders, Map<ComparedLearner, String> names, long step) {
    /** Returns the pairs of estimates of some learners, metric by metric; without a metric that one of a pair has not. */
    List<Pair> pairs(Map<ComparedLearner, ComparedLearner> learners) {
        List<Pair> pairs = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            learners.forEach((learner, baseline) -> estimate(learner, metric)
                    .flatMap(x -> estimate(baseline, metric).map(y -> new Pair(x, y, sharing(learner, baseline))))
                    .ifPresent(pairs::add));
        }
        return pairs;
    }

    boolean sharing(ComparedLearner one, ComparedLearner other) {
        return folders.get(one.folder()).shares(folders.get(other.folder()));
    }

    /** Returns whether the step is the horizon of all folders. */
    boolean atHorizon() {
        return folders.stream().allMatch(folder -> folder.horizon() == step);
    }

    private Optional<MetricEstimate> estimate(ComparedLearner learner, Metric metric) {
        ComparedFolder folder = folders.get(learner.folder());
        if (metric.average() && !atHorizon()) {
            return Optional.empty();
        }
        return folder.horizon() == step
                ? values(folder.results(), learner, metric)
                : point(folder.results(), learner, metric);
    }

    private Optional<MetricEstimate> values(Results results, ComparedLearner learner, Metric metric) {
        return results.trials(metric).stream()
                .filter(trials -> trials.learner().equals(learner.learner()))
                .findFirst()
                .map(trials -> MetricEstimate.of(trials.named(name(learner)), step));
    }

    private Optional<MetricEstimate> point(Results results, ComparedLearner learner, Metric metric) {
        return results.series(metric).stream()
                .filter(curve -> curve.learner().equals(learner.learner()))
                .findFirst()
                .map(curve -> MetricEstimate.of(curve, Arrays.binarySearch(curve.steps(), step)))
                .map(estimate -> estimate.named(name(learner)));
    }

    String name(ComparedLearner learner) {
        return names.getOrDefault(learner, learner.learner());
    }
}
