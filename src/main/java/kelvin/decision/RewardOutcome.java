package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Locale;
import kelvin.contract.Stability;

/** The outcome of a reward. */
@Stability(MAY_CHANGE)
public enum RewardOutcome {
    /** The reward changed the value of its action. */
    LEARNED,
    /** The reward counts, and is learned together with the other ones of the same decision once its settling time has passed. */
    GATHERED,
    /** The settling time passed, and what had been gathered was learned as one reward; no call is answered by this. */
    SETTLED,
    /** No reward came within the waiting time, and the default reward was learned instead; no call is answered by this. */
    DEFAULTED,
    /**
     * The reward came too late: the default reward of the same decision, or what its rewards amounted to by a rule for several, had been
     * learned before. Nothing changed, but evaluations of the journal count it.
     */
    LATE,
    /** A reward of the same decision had been learned before; nothing changed, whatever this one was. */
    DUPLICATE,
    /** The decision is older than {@code maxAge}; nothing changed. */
    EXPIRED,
    /** No such decision is in memory: it was never made, or has been evicted, possibly by age. Nothing changed. */
    UNKNOWN;

    /** Returns true if something was learned. */
    boolean learns() {
        return this == LEARNED || this == DEFAULTED || this == SETTLED;
    }

    /** Returns true if nothing was learned, but evaluations count the reward. */
    boolean isEvaluated() {
        return this == LATE || this == GATHERED;
    }

    /** Returns true if a call may be answered by this. */
    boolean answers() {
        return this != DEFAULTED && this != SETTLED;
    }

    /** Returns the outcome of a word in a journal; one that is not known is that something was learned. */
    static RewardOutcome of(String word) {
        for (RewardOutcome outcome : values()) {
            if (outcome.word().equals(word)) {
                return outcome;
            }
        }
        return LEARNED;
    }

    /** Returns the word that stands for it in journals and snapshots. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
