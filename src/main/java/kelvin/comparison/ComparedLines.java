package kelvin.comparison;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kelvin.contract.Stability;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;

/**
 * The lines that charts of a comparison show: as many learners as can be told apart, those with the least regret and their namesakes.
 *
 * @param results their results
 * @param of how many learners there are
 * @param looks all learners of the folders, also those that are not compared, in the order in which they take colours and dashes
 * @param variants how many neighbours in that order are of one label: the number of folders if each has every label, else 1
 */
@Stability(MAY_CHANGE)
public record ComparedLines(Results results, int of, List<String> looks, int variants) {
    /** The largest number of lines that a chart shows one by one. */
    private static final int MAX_LINES = 16;

    public ComparedLines {
        looks = List.copyOf(looks);
    }

    /** Returns the lines of the learners that are compared, in the colours that they have among all. */
    static ComparedLines of(Results results, Matching matching, Matching everyone, long step) {
        Results all = new Overlay(everyone.estimates(step)).results("", false);
        Set<String> looks = new LinkedHashSet<>();
        shown(all, everyone).series(Metric.REGRET).forEach(curve -> looks.add(curve.learner()));
        looks.addAll(everyone.names().values());
        return new ComparedLines(
                shown(results, matching), matching.names().size(), List.copyOf(looks), everyone.variants());
    }

    private static Results shown(Results results, Matching matching) {
        Map<String, Double> regret = new HashMap<>();
        for (MetricCurve curve : results.series(Metric.REGRET)) {
            regret.put(curve.learner(), curve.mean()[curve.mean().length - 1]);
        }
        if (regret.size() <= MAX_LINES) {
            return results;
        }
        Set<String> shown = new HashSet<>();
        matching.groups().stream()
                .sorted(Comparator.comparingDouble(group -> group.stream()
                        .mapToDouble(learner -> regret.getOrDefault(learner, 0.0))
                        .min()
                        .orElse(0)))
                .forEach(group -> {
                    Set<String> more = new HashSet<>(shown);
                    more.addAll(group);
                    if (more.size() <= MAX_LINES) {
                        shown.addAll(group);
                    }
                });
        return results.of(shown);
    }

    /** Returns the note that not all learners are shown. */
    Optional<String> note() {
        return of > MAX_LINES
                ? Optional.of("Charts show the learners of the least regret; --learners chooses others.")
                : Optional.empty();
    }
}
