package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import kelvin.contract.Stability;

/**
 * Receives the events of a {@link DecisionMaker}, for metrics and logs. Every method does nothing unless it is overridden.
 *
 * <p>A method is called on the thread whose call caused the event, or on one that calls the decision maker at the same time, after
 * the change and outside of all locks: it may call the decision maker. Several threads may call a listener at once, and their
 * events may then come in another order than that of the changes. What a listener does takes the time of the call that it is told
 * of. An exception that it throws is caught and logged ({@code System.Logger} named {@code kelvin.decision}); the decision, reward
 * or write that it was told of stands.
 *
 * @see DecisionMaker#listen
 */
@Stability(MAY_CHANGE)
public interface DecisionListener {
    /**
     * Returns the listener for the decisions of one context of a family, asked for when the context is read back.
     *
     * @param context the context's name
     * @return this one, unless overridden
     */
    default DecisionListener in(String context) {
        return this;
    }

    /**
     * Receives a new decision. A decision that was asked for again under the same id is not told of.
     *
     * @param decision the decision, which may not be on disk yet
     */
    default void decided(Decision decision) {}

    /**
     * Receives a reward; of a slate, that of an action.
     *
     * @param id the id of its decision
     * @param reward the reward, in reward units
     * @param outcome what became of it
     */
    default void rewarded(String id, double reward, RewardOutcome outcome) {}

    /**
     * Receives the number of decisions that one new decision evicted from memory without a reward.
     *
     * @param decisions how many; at least 1. {@link DecisionCounts} has their number by the bound that they had met
     */
    default void evicted(long decisions) {}

    /**
     * Receives a write of the journal that is on disk (fsync).
     *
     * @param lines how many records it wrote
     * @param bytes how many bytes
     */
    default void committed(long lines, long bytes) {}

    /**
     * Receives a write that the disk refused: of the journal, or of a snapshot on rotation. Decisions go on, and the next commit
     * tries again.
     *
     * @param failure what the disk said; its message names the file
     */
    default void writeFailed(IOException failure) {}

    /**
     * Receives the beginning of a new journal.
     *
     * @param journal its number
     */
    default void rotated(long journal) {}

    /**
     * Receives a snapshot that is on disk.
     *
     * @param journal the number of the journal that goes on from it
     */
    default void saved(long journal) {}
}
