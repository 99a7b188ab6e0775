package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Set;
import kelvin.contract.Stability;

/**
 * The results that there are in worlds whose contexts are seen; all lists are empty elsewhere.
 *
 * @param seen whether a context is seen before each decision
 * @param fixedComparator whether regret is nevertheless against the best fixed arm, so that it may be negative
 * @param arms the names of the arms, by index; none where they have none
 * @param coefficients the coefficients of linear models, by learner, arm and feature, where arms are the same in all repetitions and
 *     the experiment asks for traces
 * @param reliability the reliability of predictions, by learner and bin, where rewards are in [0, 1], means are
 *     known and the experiment asks for traces
 * @param groups the regret by group of contexts, by learner and group, where the world has groups
 */
@Stability(MAY_CHANGE)
public record ContextResults(
        boolean seen,
        boolean fixedComparator,
        List<String> arms,
        List<Coefficient> coefficients,
        List<ReliabilityBin> reliability,
        List<GroupRegret> groups) {
    /** The results where nothing is seen before a decision. */
    public static final ContextResults NONE =
            new ContextResults(false, false, List.of(), List.of(), List.of(), List.of());

    public ContextResults {
        arms = List.copyOf(arms);
        coefficients = List.copyOf(coefficients);
        reliability = List.copyOf(reliability);
        groups = List.copyOf(groups);
    }

    /**
     * Returns the same world with other results.
     *
     * @param coefficients the coefficients
     * @param reliability the reliability
     * @param groups the regret by group
     * @return these results, with what else is known
     */
    public ContextResults with(
            List<Coefficient> coefficients, List<ReliabilityBin> reliability, List<GroupRegret> groups) {
        return new ContextResults(seen, fixedComparator, arms, coefficients, reliability, groups);
    }

    /**
     * Returns how an arm is named in charts.
     *
     * @param arm its index, from 0
     * @return its name, or "arm" and its index
     */
    public String arm(int arm) {
        return arm < arms.size() ? arms.get(arm) : "arm " + arm;
    }

    /**
     * Returns the results of some learners.
     *
     * @param learners their labels
     * @return everything that is about one of them
     */
    public ContextResults of(Set<String> learners) {
        return with(
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
