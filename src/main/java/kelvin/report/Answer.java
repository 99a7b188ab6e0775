package kelvin.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kelvin.contract.LabelList;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import kelvin.metric.StepUnit;

/** Builds the sentences that answer an experiment's question, from its numbers. */
final class Answer {
    private static final double MIN_LINEAR_SHARE = 0.05;
    private static final int MAX_NAMES = 8;

    private Answer() {}

    /** Returns the sentences; the first one can stand alone where there is room for one only. */
    static List<String> of(Results results) {
        List<String> sentences = new ArrayList<>();
        Optional<SweepAnswer> sweep = SweepAnswer.of(results);
        sweep.ifPresent(answer -> sentences.addAll(answer.sentences()));
        List<Standing> standings = Standing.of(results);
        if (standings.isEmpty()) {
            sentences.add("Nothing was measured.");
            return sentences;
        }
        sentences.add((sweep.isEmpty() ? "" : "Without the sweep: ") + best(results, standings));
        standings.stream()
                .flatMap(standing -> standing.comparison().stream())
                .findFirst()
                .ifPresent(any -> sentences.addAll(compared(any.baseline(), standings, results.unit())));
        linear(standings).ifPresent(sentences::add);
        sweep.flatMap(SweepAnswer::reminder).ifPresent(sentences::add);
        results.stop().ifPresent(stop -> sentences.add(StopSentence.of(stop)));
        return sentences;
    }

    private static String best(Results results, List<Standing> standings) {
        Standing best = standings.get(0);
        StepUnit unit = results.unit();
        List<Standing> alike = standings.stream()
                .filter(s -> s.inWords().equals(best.inWords()))
                .toList();
        boolean only = standings.size() == 1;
        if (alike.size() > 1) {
            return Standing.listed(alike.stream().map(Standing::learner).toList()) + " have the "
                    + (alike.size() == standings.size()
                            ? "same "
                            : best.by().larger() ? "same, highest " : "same, lowest ")
                    + Standing.name(best.by(), unit) + ", " + best.inWords() + runs(results, best);
        }
        String what = switch (best.by()) {
            case REGRET -> (only ? " has a regret of " : " has the least regret: ") + best.inWords();
            case REWARD -> (only ? " earns " : " earns the most: ") + best.inWords() + " per " + unit.singular();
            default ->
                (only ? " has " : best.by().larger() ? " has the highest " : " has the lowest ")
                        + Standing.name(best.by(), unit) + ", " + best.inWords();
        };
        return best.learner() + what + runs(results, best);
    }

    private static String runs(Results results, Standing best) {
        long repetitions = best.value().repetitions();
        return after(results, results.unit()) + ", "
                + (repetitions == 1 ? "in one repetition." : "mean of " + repetitions + " repetitions.");
    }

    private static String after(Results results, StepUnit unit) {
        return results.series().stream()
                .findFirst()
                .map(MetricCurve::steps)
                .map(steps -> steps[steps.length - 1])
                .map(horizon -> " after " + horizon + " " + (horizon == 1 ? unit.singular() : unit.plural()))
                .orElse("");
    }

    /** Returns the sentence that lists which learners differ from the baseline, with the verdict on the best one. */
    private static List<String> compared(String baseline, List<Standing> standings, StepUnit unit) {
        Metric by = standings.get(0).by();
        String less =
                by == Metric.REGRET ? "significantly less regret" : "significantly lower " + Standing.name(by, unit);
        String more =
                by == Metric.REGRET ? "significantly more regret" : "significantly higher " + Standing.name(by, unit);
        List<String> groups = new ArrayList<>();
        group(standings, s -> s.differs() && s.comparison().orElseThrow().difference() < 0, less)
                .ifPresent(groups::add);
        group(standings, s -> s.differs() && s.comparison().orElseThrow().difference() > 0, more)
                .ifPresent(groups::add);
        boolean single = standings.stream().allMatch(s -> s.value().repetitions() < 2);
        String same = single ? "one repetition, not tested" : "no significant difference";
        group(standings, s -> s.comparison().isPresent() && !s.differs(), same).ifPresent(groups::add);
        List<String> sentences = new ArrayList<>(
                List.of("Compared with " + baseline + ", paired by repetition: " + String.join("; ", groups) + "."));
        standings.stream()
                .flatMap(standing -> standing.comparison().stream())
                .findFirst()
                .ifPresent(c -> sentences.add("In detail: " + VerdictSentence.withoutCaution(c, unit) + "."));
        return sentences;
    }

    private static Optional<String> group(List<Standing> standings, Predicate<Standing> which, String what) {
        List<String> names =
                standings.stream().filter(which).map(Standing::learner).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(what + ": " + Standing.listed(names));
    }

    private static Optional<String> linear(List<Standing> standings) {
        String many = standings.stream()
                .filter(s -> s.linear() >= MIN_LINEAR_SHARE)
                .sorted(Comparator.comparingDouble(s -> -s.linear()))
                .limit(MAX_NAMES)
                .map(s -> LabelList.item(s.learner()) + " " + Standing.percent(s.linear()))
                .collect(Collectors.joining(", "));
        return many.isEmpty()
                ? Optional.empty()
                : Optional.of("Repetitions with linear regret at the end: " + many + ".");
    }
}
