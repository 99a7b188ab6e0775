package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import kelvin.metric.Decimals;
import kelvin.metric.Results;
import kelvin.metric.RunSummary;

/** Remarks that go with results, on the console, in reports and under charts. */
@Stability(MAY_CHANGE)
public final class Remarks {
    /** The remark on a sweep that varies the problem. */
    public static final String CONDITIONS =
            "The sweep varies the problem: its values are conditions, not choices, so none is called the best."
                    + " Compare learners at the same value.";

    /** The definition of linear regret that {@link kelvin.metric.RegretSpread} judges by. */
    public static final String LINEAR_REGRET =
            "Linear at the end: the share of repetitions whose regret grew in the last quarter at least"
                    + " 0.95 times as much as in the third, and at least a tenth as fast as under uniform play.";

    private Remarks() {}

    /**
     * Returns the order in which ranks count arms.
     *
     * @param results the results
     * @param moment the moment at which true means are compared where arms may change, in words that follow them
     * @return words that follow "ranks by"
     */
    public static String ranking(Results results, String moment) {
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
