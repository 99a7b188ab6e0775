package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Optional;
import kelvin.contract.Stability;
import kelvin.metric.Decimals;
import kelvin.metric.Results;
import kelvin.metric.RunSummary;
import kelvin.metric.StepUnit;

/** Remarks that go with results, on the console, in reports and under charts. */
@Stability(MAY_CHANGE)
public final class Remarks {
    /** The definition of linear regret that {@link kelvin.metric.RegretSpread} judges by. */
    public static final String LINEAR_REGRET =
            "Linear at the end: the share of repetitions whose regret grew in the last quarter at least"
                    + " 0.95 times as much as in the third, and at least a tenth as fast as under uniform play.";

    private static final String FIXED_COMPARATOR =
            "Regret is against the best fixed arm, the one that pays the most on average, whatever the context; it is negative for a"
                    + " learner that earns more by choosing another arm in another context.";

    private Remarks() {}

    /**
     * Returns the remark on regret that is against one arm in a world of contexts.
     *
     * @param results the results
     * @return a sentence; none where regret is against the best arm in the context, or no context is seen
     */
    public static Optional<String> comparator(Results results) {
        return results.contexts().fixedComparator() ? Optional.of(FIXED_COMPARATOR) : Optional.empty();
    }

    /**
     * Returns the caption's sentence about means over repetitions of what depends on the context.
     *
     * @param results the results
     * @return a sentence after a space; nothing where no context is seen
     */
    public static String contexts(Results results) {
        return results.contexts().seen() ? " At a step, each repetition meets a context of its own." : "";
    }

    /**
     * Returns the name of optimal actions in headings.
     *
     * @param results the results
     * @return the name of {@link kelvin.metric.Metric#OPTIMAL_ACTION}
     */
    public static String optimalAction(Results results) {
        return results.contexts().fixedComparator() ? "best fixed arm" : "optimal action";
    }

    /**
     * Returns the order in which ranks count arms.
     *
     * @param results the results
     * @param moment the moment at which true means are compared where arms may change, in words that follow them
     * @return words that follow "ranks by"
     */
    public static String ranking(Results results, String moment) {
        if (results.unit() == StepUnit.EPISODE) {
            return "exact value of an episode's first action, 1 the best";
        }
        return "true mean" + (results.contexts().seen() ? " over contexts" : "") + moment + ", 1 the best";
    }

    /**
     * Returns the warning about events too rare to have occurred.
     *
     * @param repetitions the number of repetitions, at least 1
     * @return the end of a sentence, without a full stop
     */
    public static String rareLosses(long repetitions) {
        double percent = 100 * RunSummary.missedShare(repetitions);
        return "no interval accounts for a loss too rare to have occurred in " + repetitions
                + " repetitions: one that occurs in " + Decimals.of(percent).text(percent)
                + " % of all repetitions is missed with probability 5 %";
    }
}
