package kelvin.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.Series;
import kelvin.metric.Unit;

/** What an experiment answers, in sentences that follow from its numbers. */
final class Answer {
    private static final double WORTH_TELLING = 0.05;
    private static final int MOST_NAMES = 8;

    private Answer() {}

    /** The first sentence stands for all where there is room for one only: what a sweep found, or who lost least. */
    static List<String> of(Results results) {
        List<String> sentences = new ArrayList<>();
        SweepAnswer.of(results).ifPresent(sweep -> sentences.addAll(sweep.sentences()));
        List<Standing> standings = Standing.of(results);
        if (standings.isEmpty()) {
            sentences.add("Nothing was measured.");
            return sentences;
        }
        sentences.add((sentences.isEmpty() ? "" : "The file as it stands: ") + best(results, standings));
        standings.stream()
                .flatMap(standing -> standing.comparison().stream())
                .findFirst()
                .ifPresent(any -> sentences.addAll(compared(any.baseline(), standings)));
        linear(standings).ifPresent(sentences::add);
        results.stop().ifPresent(stop -> sentences.add(stop.words()));
        return sentences;
    }

    private static String best(Results results, List<Standing> standings) {
        Standing best = standings.get(0);
        Unit unit = results.details().unit();
        boolean only = standings.size() == 1;
        String what = switch (best.by()) {
            case REGRET -> (only ? " loses " : " lost least: ") + best.inWords() + " of regret";
            case REWARD -> (only ? " earns " : " earned most: ") + best.inWords() + unit.say(" per step");
            default ->
                (only ? " has " : best.by().larger() ? " has the highest " : " has the lowest ")
                        + Standing.name(best.by()) + ", " + best.inWords();
        };
        long repetitions = best.value().repetitions();
        String runs = repetitions == 1 ? "in one repetition" : "on average over " + repetitions + " repetitions";
        return best.learner() + what + after(results, unit) + ", " + runs + ".";
    }

    private static String after(Results results, Unit unit) {
        return results.series().stream()
                .findFirst()
                .map(Series::steps)
                .map(steps -> steps[steps.length - 1])
                .map(horizon -> " after " + horizon + unit.say(horizon == 1 ? " step" : " steps"))
                .orElse("");
    }

    /** Who differs from the baseline, and the verdict on whoever is best. */
    private static List<String> compared(String baseline, List<Standing> standings) {
        Metric by = standings.get(0).by();
        String less = by == Metric.REGRET ? "less regret" : "lower " + Standing.name(by);
        String more = by == Metric.REGRET ? "more regret" : "higher " + Standing.name(by);
        List<String> groups = new ArrayList<>();
        group(standings, s -> s.differs() && s.comparison().orElseThrow().difference() < 0, less)
                .ifPresent(groups::add);
        group(standings, s -> s.differs() && s.comparison().orElseThrow().difference() > 0, more)
                .ifPresent(groups::add);
        group(standings, s -> s.comparison().isPresent() && !s.differs(), "no difference shown")
                .ifPresent(groups::add);
        List<String> sentences = new ArrayList<>(List.of(
                "Compared with " + baseline + ", repetition by repetition: " + String.join("; ", groups) + "."));
        standings.stream()
                .flatMap(standing -> standing.comparison().stream())
                .findFirst()
                .ifPresent(c -> sentences.add(capital(c.verdict()) + "."));
        return sentences;
    }

    private static Optional<String> group(List<Standing> standings, Predicate<Standing> which, String what) {
        List<String> names =
                standings.stream().filter(which).map(Standing::learner).toList();
        String listed = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        String more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
        return names.isEmpty() ? Optional.empty() : Optional.of(what + ": " + listed + more);
    }

    private static Optional<String> linear(List<Standing> standings) {
        String many = standings.stream()
                .filter(s -> s.linear() >= WORTH_TELLING)
                .sorted(Comparator.comparingDouble(s -> -s.linear()))
                .limit(MOST_NAMES)
                .map(s -> s.learner() + " " + Standing.percent(s.linear()))
                .collect(Collectors.joining(", "));
        return many.isEmpty()
                ? Optional.empty()
                : Optional.of("Repetitions whose regret is linear at the end: " + many + ".");
    }

    private static String capital(String verdict) {
        return verdict.startsWith("no ") ? "No" + verdict.substring(2) : verdict;
    }
}
