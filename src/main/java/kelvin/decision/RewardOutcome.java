package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Locale;
import kelvin.contract.Stability;

/** The outcome of a reward. */
@Stability(MAY_CHANGE)
public enum RewardOutcome {
    /** The reward changed the value of its action. */
    LEARNED,
    /** A reward of the same decision had been learned before; nothing changed, whatever this one was. */
    DUPLICATE,
    /** The decision is older than {@code maxAge}; nothing changed. */
    EXPIRED,
    /** No such decision is in memory: it was never made, or has been evicted, possibly by age. Nothing changed. */
    UNKNOWN;

    /** Returns the word that stands for it in journals and snapshots. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
