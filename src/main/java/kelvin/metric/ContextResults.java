package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Set;
import kelvin.contract.Stability;

/**
 * The results that there are in worlds whose contexts are seen; all lists are empty elsewhere.
 *
 * @param seen whether a context is seen before each decision
 * @param coefficients the coefficients of linear models, by learner, arm and feature, where arms are the same in all repetitions and
 *     the experiment asks for traces
 * @param reliability the reliability of predictions, by learner and bin, where rewards are in [0, 1], means are
 *     known and the experiment asks for traces
 * @param groups the regret by group of contexts, by learner and group, where the world has groups
 */
@Stability(MAY_CHANGE)
public record ContextResults(
        boolean seen, List<Coefficient> coefficients, List<ReliabilityBin> reliability, List<GroupRegret> groups) {
    /** The results where nothing is seen before a decision. */
    public static final ContextResults NONE = new ContextResults(false, List.of(), List.of(), List.of());

    public ContextResults {
        coefficients = List.copyOf(coefficients);
        reliability = List.copyOf(reliability);
        groups = List.copyOf(groups);
    }

    /**
     * Returns the results of some learners.
     *
     * @param learners their labels
     * @return everything that is about one of them
     */
    public ContextResults of(Set<String> learners) {
        return new ContextResults(
                seen,
                coefficients.stream()
                        .filter(each -> learners.contains(each.learner()))
                        .toList(),
                reliability.stream()
                        .filter(each -> learners.contains(each.learner()))
                        .toList(),
                groups.stream()
                        .filter(each -> learners.contains(each.learner()))
                        .toList());
    }
}
