package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.metric.BestPoints;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.StepUnit;
import kelvin.metric.SweepPoint;
import kelvin.metric.SweptAxis;

/**
 * Builds the sentences that answer a sweep's question: which value is best, or where the problem is varied, which is best under each
 * condition.
 *
 * @param best the points, and the best of them
 * @param unit what steps are
 */
@Stability(MAY_CHANGE)
public record SweepAnswer(BestPoints best, StepUnit unit) {
    private static final int MAX_LISTED_CONDITIONS = 8;
    private static final int MAX_LISTED_PAIRS = 4;
    private static final String PAIR = "pair";
    private static final String BIAS =
            "The best of many points is biased: it looks a little better than it is. All points share their random numbers.";

    /**
     * Returns the answer in regret, or in reward where there is no regret.
     *
     * @param results the results
     * @return the answer; empty without a sweep
     */
    public static Optional<SweepAnswer> of(Results results) {
        return Stream.of(Metric.REGRET, Metric.REWARD)
                .map(metric -> of(results, metric))
                .filter(answer -> !answer.best.points().isEmpty())
                .findFirst();
    }

    /** Returns the answer in one metric. */
    static SweepAnswer of(Results results, Metric metric) {
        return new SweepAnswer(BestPoints.of(results, metric), results.unit());
    }

    /**
     * Returns the sentences; the first one can stand alone where there is room for one only.
     *
     * @return sentences; none where the problem alone is varied and one learner plays
     */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        List<List<SweepPoint>> tried = best.rivals().stream()
                .filter(rivals -> best.chooses(rivals.get(0).learner()))
                .toList();
        if (best.conditional()) {
            underConditions().ifPresent(sentences::add);
            if (learners() > 1) {
                sentences.addAll(chosen(tried));
            }
        } else {
            sentences.add(ofAll());
        }
        Map<String, List<SweepPoint>> ends = tried.stream()
                .filter(this::isBestAtAnEnd)
                .map(best::best)
                .collect(Collectors.groupingBy(
                        point -> point.learner() + " is best at an end of its range (" + choice(point) + ")",
                        LinkedHashMap::new,
                        Collectors.toList()));
        ends.forEach((end, points) -> sentences.add(
                end + (best.conditional() ? conditions(points) : "") + ": values beyond it were not tried."));
        if (!tried.isEmpty()) {
            sentences.add(best.conditional() ? bias(tried) : BIAS);
        }
        return sentences;
    }

    /**
     * Returns the reminder that only points under one condition can be compared.
     *
     * @return a sentence; empty where all values are choices
     */
    public Optional<String> reminder() {
        return best.conditional()
                ? Optional.of("Values of " + names(" and ")
                        + " are conditions, not choices: compare what is played at the same " + kind() + ".")
                : Optional.empty();
    }

    /**
     * Returns the last point that was played.
     *
     * @return its values in words
     */
    public String last() {
        SweepPoint point = best.points().get(best.points().size() - 1);
        return IntStream.range(0, best.axes().size())
                .mapToObj(axis -> best.axes().get(axis).name() + " = "
                        + best.axes().get(axis).text(point.value(axis)))
                .collect(Collectors.joining(", "));
    }

    /** Returns one sentence for a chart. */
    String words() {
        if (best.conditional()) {
            return underConditions().or(this::reminder).orElse("");
        }
        SweepPoint first = ranked().get(0);
        return "Best: " + learnerAndChoice(first) + ", " + inWords(first) + "; the best of each learner is ringed.";
    }

    /** Returns the best point of every learner under every condition, the best of all first. */
    List<SweepPoint> ranked() {
        Comparator<SweepPoint> order = Comparator.comparingDouble(SweepPoint::mean);
        return best.ofLearners().stream()
                .sorted(best.metric().larger() ? order.reversed() : order)
                .toList();
    }

    private String ofAll() {
        SweepPoint first = ranked().get(0);
        return "Of all values tried, " + first.learner() + least(false)
                + (best.chooses(first.learner()) ? " at " + choice(first) : ", whose parameters are not varied") + ": "
                + inWords(first) + (best.metric() == Metric.REGRET ? "" : " per " + unit.singular()) + ", mean of "
                + first.repetitions() + (first.repetitions() == 1 ? " repetition." : " repetitions.");
    }

    private String least(boolean several) {
        return (best.metric() == Metric.REGRET
                ? several ? " have the least mean regret" : " has the least mean regret"
                : several ? " have the highest mean reward" : " has the highest mean reward");
    }

    /** Returns which learner is best under which conditions; empty if there is nothing to choose among. */
    private Optional<String> underConditions() {
        List<List<SweepPoint>> winners = best.ofConditions();
        if (learners() == 1 && !best.chooses(winners.get(0).get(0).learner())) {
            return Optional.empty();
        }
        Map<List<String>, List<SweepPoint>> where = new LinkedHashMap<>();
        winners.forEach(alike -> where.computeIfAbsent(
                        alike.stream().map(this::learnerAndChoice).toList(), who -> new ArrayList<>())
                .add(alike.get(0)));
        List<String> clauses = new ArrayList<>();
        mostFirst(where)
                .forEach((who, points) -> clauses.add(Standing.listed(who)
                        + (who.size() > 1 ? " alike" : "")
                        + (clauses.isEmpty() ? least(who.size() > 1) : "")
                        + conditions(points)));
        return Optional.of(String.join("; ", clauses) + ".");
    }

    /** Returns the groups in their order if all their conditions can be listed, else the largest first. */
    private <K> Map<K, List<SweepPoint>> mostFirst(Map<K, List<SweepPoint>> groups) {
        if (groups.values().stream().noneMatch(this::tooManyToList)) {
            return groups;
        }
        Map<K, List<SweepPoint>> sorted = new LinkedHashMap<>();
        groups.entrySet().stream()
                .sorted(Comparator.comparing(group -> -group.getValue().size()))
                .forEach(group -> sorted.put(group.getKey(), group.getValue()));
        return sorted;
    }

    private long learners() {
        return best.points().stream().map(SweepPoint::learner).distinct().count();
    }

    /** Returns for each learner that has a value to choose which one is best under which conditions. */
    private List<String> chosen(List<List<SweepPoint>> tried) {
        Map<String, Map<String, List<SweepPoint>>> chosen = new LinkedHashMap<>();
        tried.stream()
                .map(best::best)
                .forEach(point -> chosen.computeIfAbsent(point.learner(), learner -> new LinkedHashMap<>())
                        .computeIfAbsent(choice(point), choice -> new ArrayList<>())
                        .add(point));
        return chosen.entrySet().stream()
                .map(learner -> learner.getKey() + " is best at "
                        + learner.getValue().entrySet().stream()
                                .map(choice -> choice.getKey() + conditions(choice.getValue()))
                                .collect(Collectors.joining("; "))
                        + ".")
                .toList();
    }

    private static String bias(List<List<SweepPoint>> tried) {
        IntSummaryStatistics sizes = tried.stream().mapToInt(List::size).summaryStatistics();
        return "Each of these is the best of " + sizes.getMin()
                + (sizes.getMin() == sizes.getMax() ? "" : " to " + sizes.getMax())
                + " values tried, so it looks a little better than it is; its interval is for that value alone."
                + " All values under one condition share their random numbers.";
    }

    private boolean isBestAtAnEnd(List<SweepPoint> rivals) {
        SweepPoint point = best.best(rivals);
        return choices(point.learner()).anyMatch(axis -> {
            double[] sorted = rivals.stream()
                    .mapToDouble(rival -> rival.value(axis))
                    .distinct()
                    .sorted()
                    .toArray();
            return sorted.length > 2
                    && (point.value(axis) == sorted[0] || point.value(axis) == sorted[sorted.length - 1]);
        });
    }

    private IntStream choices(String learner) {
        return IntStream.range(0, best.axes().size())
                .filter(axis -> best.axes().get(axis).isChoice(learner));
    }

    /** Returns a learner with its choice in words: "softmax at temperature 0.1, gap 0.2". */
    private String learnerAndChoice(SweepPoint point) {
        return point.learner() + (best.chooses(point.learner()) ? " at " + choice(point) : "");
    }

    private String choice(SweepPoint point) {
        return choices(point.learner())
                .mapToObj(axis -> best.axes().get(axis).name() + " "
                        + best.axes().get(axis).text(point.value(axis)))
                .collect(Collectors.joining(", "));
    }

    /** Returns the conditions of some points in words: " for arms = 2, 5", or " for (arms, δ) = (2, 0.5)". */
    private String conditions(List<SweepPoint> points) {
        int all = best.conditions().size();
        List<SweptAxis> axes = best.axes().stream().filter(SweptAxis::condition).toList();
        if (points.size() == all && all > 1) {
            return " for every " + kind() + " of " + names(" and ");
        } else if (tooManyToList(points)) {
            return " for " + points.size() + " of " + all + " " + kind() + "s of " + names(" and ");
        }
        return " for " + inBrackets(names(", "), axes.size()) + " = "
                + points.stream()
                        .map(best::condition)
                        .map(at -> IntStream.range(0, at.size())
                                .mapToObj(i -> axes.get(i).text(at.get(i)))
                                .collect(Collectors.joining(", ")))
                        .map(at -> inBrackets(at, axes.size()))
                        .collect(Collectors.joining(", "));
    }

    private boolean tooManyToList(List<SweepPoint> points) {
        return points.size() > (kind().equals(PAIR) ? MAX_LISTED_PAIRS : MAX_LISTED_CONDITIONS);
    }

    private static String inBrackets(String text, int axes) {
        return axes == 1 ? text : "(" + text + ")";
    }

    private String kind() {
        return best.axes().stream().filter(SweptAxis::condition).count() == 1 ? "value" : PAIR;
    }

    private String names(String between) {
        return best.axes().stream()
                .filter(SweptAxis::condition)
                .map(SweptAxis::name)
                .collect(Collectors.joining(between));
    }

    private static String inWords(SweepPoint s) {
        return Standing.inWords(s.mean(), s.standardError(), s.low(), s.high());
    }
}
