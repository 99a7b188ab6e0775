package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Locale;
import kelvin.contract.Stability;

/** What became of a reward. */
@Stability(MAY_CHANGE)
public enum RewardOutcome {
    /** It changed the value of its action. */
    LEARNED,
    /** A reward of the same decision had been learned before: nothing changed, whatever this one was. */
    DUPLICATE,
    /** The decision is older than {@code maxAge}: nothing changed. */
    EXPIRED,
    /** No such decision is remembered: it was never made, or has been forgotten, by age too. Nothing changed. */
    UNKNOWN;

    /** The word in journals and snapshots. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
