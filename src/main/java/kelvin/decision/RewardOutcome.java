package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Locale;
import kelvin.contract.Stability;

/** The outcome of a reward. */
@Stability(MAY_CHANGE)
public enum RewardOutcome {
    /** The reward changed the value of its action. */
    LEARNED,
    /** No reward came within the waiting time, and the default reward was learned instead; no call is answered by this. */
    DEFAULTED,
    /** The default reward of the same decision had been learned before, as this one came too late; nothing changed. */
    LATE,
    /** A reward of the same decision had been learned before; nothing changed, whatever this one was. */
    DUPLICATE,
    /** The decision is older than {@code maxAge}; nothing changed. */
    EXPIRED,
    /** No such decision is in memory: it was never made, or has been evicted, possibly by age. Nothing changed. */
    UNKNOWN;

    /** Returns true if something was learned. */
    boolean learns() {
        return this == LEARNED || this == DEFAULTED;
    }

    /** Returns the word that stands for it in journals and snapshots. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
