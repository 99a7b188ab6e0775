package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.metric.Metric;
import kelvin.metric.RunDifference;
import kelvin.metric.StepUnit;
import kelvin.metric.Verdict.Outcome;

/** Builds the sentences that sum up a comparison of experiments, from its numbers. */
@Stability(MAY_CHANGE)
public final class ComparisonAnswer {
    private ComparisonAnswer() {}

    /**
     * Returns the sentences.
     *
     * @param against the folder or learner that all are compared with
     * @param step the step of the comparison
     * @param unit the unit of steps
     * @param differences all differences, at least one
     * @return sentences; the first one is about regret
     */
    public static List<String> of(String against, long step, StepUnit unit, List<RunDifference> differences) {
        if (differences.stream().allMatch(each -> is(each, Outcome.EQUAL))) {
            return List.of("Everything compared is identical in every repetition, up to " + unit.singular() + " " + step
                    + ".");
        }
        List<String> sentences = new ArrayList<>();
        List<RunDifference> regret = of(differences, Metric.REGRET);
        sentences.add("Regret up to " + unit.singular() + " " + step + ", compared with " + against + ": "
                + Stream.of(
                                group("significantly less", regret, each -> significant(each, -1)),
                                group("significantly more", regret, each -> significant(each, 1)),
                                group("no significant difference", regret, each -> is(each, Outcome.NOT_SIGNIFICANT)),
                                group("one repetition, not tested", regret, each -> is(each, Outcome.UNTESTED)),
                                group("identical", regret, each -> is(each, Outcome.EQUAL)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("; "))
                + ".");
        regret.stream()
                .filter(each -> is(each, Outcome.SIGNIFICANT))
                .min(Comparator.comparingDouble(each -> each.comparison().p()))
                .ifPresent(
                        detail -> sentences.add("In detail: " + VerdictSentence.of(detail.comparison(), unit) + "."));
        others(differences, unit).ifPresent(sentences::add);
        return sentences;
    }

    private static List<RunDifference> of(List<RunDifference> differences, Metric metric) {
        return differences.stream()
                .filter(each -> each.comparison().metric() == metric)
                .toList();
    }

    private static boolean is(RunDifference difference, Outcome outcome) {
        return difference.verdict().outcome() == outcome;
    }

    private static boolean significant(RunDifference difference, int sign) {
        return is(difference, Outcome.SIGNIFICANT)
                && Math.signum(difference.comparison().difference()) == sign;
    }

    private static Optional<String> group(String words, List<RunDifference> all, Predicate<RunDifference> which) {
        List<String> names = all.stream()
                .filter(which)
                .map(each -> each.comparison().learner())
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        boolean everyone = names.size() > 2 && names.size() == all.size();
        return Optional.of(words + ": " + (everyone ? "all " + names.size() : Standing.listed(names)));
    }

    private static Optional<String> others(List<RunDifference> differences, StepUnit unit) {
        String found = Stream.of(Metric.values())
                .filter(metric -> metric != Metric.REGRET)
                .flatMap(metric ->
                        group(
                                Standing.name(metric, unit),
                                of(differences, metric),
                                each -> is(each, Outcome.SIGNIFICANT))
                                .stream())
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? Optional.empty() : Optional.of("Significant in other metrics: " + found + ".");
    }
}
