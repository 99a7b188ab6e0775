package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import kelvin.metric.Decimals;
import kelvin.metric.StopReport;

/** The English sentences that say why a stopping rule ended an experiment, made from its {@link StopReport}. */
@Stability(MAY_CHANGE)
public final class StopSentence {
    private StopSentence() {}

    /**
     * Returns the reason in words.
     *
     * @param stop the report of the stopping rule
     * @return one sentence or two
     */
    public static String of(StopReport stop) {
        int looks = stop.looks().count();
        return (stop.enough() ? precise(stop) : imprecise(stop))
                + (looks == 1 ? "" : " Intervals and p-values are adjusted for " + looks + " looks at the data.");
    }

    private static String precise(StopReport stop) {
        String when = "Precise enough after " + stop.repetitions() + " repetitions, at look " + stop.look() + " of "
                + stop.looks().count();
        return stop.achieved() == 0
                ? when + ": all values are equal; " + Remarks.rareLosses(stop.repetitions()) + "."
                : when + ": no " + interval(stop) + " is wider than ± " + stop.halfWidth() + "; " + widest(stop);
    }

    private static String imprecise(StopReport stop) {
        return "NOT PRECISE ENOUGH after " + stop.repetitions()
                + " repetitions, the largest number allowed: at least one " + interval(stop) + " is wider than ± "
                + stop.halfWidth() + "; " + widest(stop);
    }

    private static String interval(StopReport stop) {
        return "95 % interval of " + stop.of();
    }

    private static String widest(StopReport stop) {
        double width = stop.achieved();
        return "the widest is ± " + Decimals.of(width / 10).text(width) + " (" + stop.widest() + ").";
    }
}
