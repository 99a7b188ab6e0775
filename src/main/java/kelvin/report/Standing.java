package kelvin.report;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.contract.LabelList;
import kelvin.metric.Comparison;
import kelvin.metric.Decimals;
import kelvin.metric.Metric;
import kelvin.metric.RegretSpread;
import kelvin.metric.Results;
import kelvin.metric.RunSummary;
import kelvin.metric.StepUnit;

/**
 * One learner's rank in an experiment.
 *
 * @param learner its label
 * @param by what learners are ranked by: regret where there is any
 * @param values what it has of each metric at the horizon
 * @param linear the share of its repetitions that are linear at the end; {@code NaN} if unknown
 * @param comparison how it compares with the baseline in what learners are ranked by, unless it is the baseline
 */
record Standing(
        String learner, Metric by, Map<Metric, RunSummary> values, double linear, Optional<Comparison> comparison) {
    private static final int MAX_NAMES = 8;

    /** Returns the ranking of all learners, the best first; empty where nothing was measured. */
    static List<Standing> of(Results results) {
        Optional<Metric> by = Stream.of(Metric.values())
                .filter(metric -> !results.trials(metric).isEmpty())
                .findFirst();
        if (by.isEmpty()) {
            return List.of();
        }
        Comparator<Standing> order =
                Comparator.comparingDouble(standing -> standing.value().mean());
        return results.trials(by.get()).stream()
                .map(trials -> of(trials.learner(), by.get(), results))
                .sorted(by.get().larger() ? order.reversed() : order)
                .toList();
    }

    private static Standing of(String learner, Metric by, Results results) {
        Map<Metric, RunSummary> values = new EnumMap<>(Metric.class);
        results.trials().stream()
                .filter(trials -> trials.learner().equals(learner))
                .forEach(trials -> values.put(trials.metric(), RunSummary.of(trials)));
        double linear = results.spreads().stream()
                .filter(spread -> spread.learner().equals(learner))
                .mapToDouble(RegretSpread::linear)
                .findFirst()
                .orElse(Double.NaN);
        Optional<Comparison> comparison = results.verdicts(by).stream()
                .filter(c -> c.learner().equals(learner))
                .findFirst();
        return new Standing(learner, by, values, linear, comparison);
    }

    /** Returns the estimate by which learners are ranked. */
    RunSummary value() {
        return Objects.requireNonNull(values.get(by));
    }

    /** Returns another metric's estimate, where the learner has one. */
    Optional<RunSummary> value(Metric metric) {
        return Optional.ofNullable(values.get(metric));
    }

    /** Returns true if the learner differs significantly from the baseline, after adjustment. */
    boolean differs() {
        return comparison.isPresent() && comparison.get().significant();
    }

    /** Returns the estimate in words: "89.9 (95 % interval 88.7 to 91.1)". */
    String inWords() {
        return inWords(value().mean(), value().standardError(), value().lower(), value().upper());
    }

    static String inWords(double mean, double error, double low, double high) {
        Decimals decimals = Decimals.of(error);
        return !(low < high)
                ? decimals.text(mean)
                : decimals.text(mean) + " (95 % interval " + decimals.text(low) + " to " + decimals.text(high) + ")";
    }

    static String percent(double share) {
        double percent = 100 * share;
        return new Decimals(percent > 0 && percent < 10 ? 1 : 0).text(percent) + " %";
    }

    /** Returns the first eight labels as a list in words. */
    static String listed(List<String> labels) {
        return LabelList.of(labels.stream().limit(MAX_NAMES).toList())
                + (labels.size() > MAX_NAMES ? " and " + (labels.size() - MAX_NAMES) + " more" : "");
    }

    /** Returns the name of a metric within a sentence. */
    static String name(Metric metric, StepUnit unit) {
        return metric.key().replace('_', ' ') + (metric == Metric.REWARD ? " per " + unit.singular() : "");
    }
}
