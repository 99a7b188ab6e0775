package kelvin.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.contract.LabelList;
import kelvin.metric.Comparison;
import kelvin.metric.Metric;
import kelvin.metric.Pairing;
import kelvin.metric.RunDifference;

/** Says in sentences how differences were tested, at which step, and what was left out. */
final class ComparisonNotes {
    /** The largest difference that is taken for rounding, in standard errors. */
    private static final double ROUNDING = 1e-9;

    private ComparisonNotes() {}

    static List<String> of(StepEstimates estimates, boolean estimatingTheSame, List<RunDifference> differences) {
        List<String> notes = new ArrayList<>();
        if (!estimates.atHorizon()) {
            notes.add("The horizons differ: everything is up to step " + estimates.step()
                    + ", the last one that all report; averages over all steps are not known there, and not compared.");
        }
        if (has(differences, Pairing.PAIRED)) {
            boolean unequal = differences.stream()
                    .anyMatch(each ->
                            each.pairing() == Pairing.PAIRED && each.repetitions() != each.baselineRepetitions());
            notes.add("Paired: with one seed and testbed, repetitions of one number share their random streams"
                    + (unequal ? "; over the repetitions that both have." : "."));
        }
        if (has(differences, Pairing.INDEPENDENT)) {
            notes.add(
                    "Unpaired: with different seeds no repetition of one shares its random streams with any of the other"
                            + " (Welch's t-test).");
        }
        if (has(differences, Pairing.BOUNDED)) {
            notes.add(
                    "Bound: with one seed repetitions are not independent, and their values at step " + estimates.step()
                            + " are not kept, so they cannot be paired; the interval is the widest that any correlation allows."
                            + " Results of equal horizons are paired.");
            same(differences).ifPresent(notes::add);
        }
        differences.stream().mapToInt(each -> each.comparison().looks().count()).max().stream()
                .filter(looks -> looks > 1)
                .forEach(looks -> notes.add("Intervals and p-values of differences are adjusted for " + looks
                        + " pairs of looks at which the data could have ended the playing of both."));
        if (estimatingTheSame) {
            notes.add("Only the seed differs: both of a pair estimate the same mean, so a difference is chance.");
        }
        return notes;
    }

    /** Names the learners whose estimates are those of their baselines but for rounding. */
    private static Optional<String> same(List<RunDifference> differences) {
        String names = differences.stream()
                .filter(each -> each.pairing() == Pairing.BOUNDED)
                .map(RunDifference::comparison)
                .filter(each -> each.metric() == Metric.REGRET)
                .filter(each -> Math.abs(each.difference()) <= ROUNDING * each.standardError())
                .map(Comparison::learner)
                .map(LabelList::item)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("The same mean as the baseline's, as when every repetition plays the same up to there: "
                        + names + ".");
    }

    private static boolean has(List<RunDifference> differences, Pairing pairing) {
        return differences.stream().anyMatch(each -> each.pairing() == pairing);
    }
}
