package kelvin.decision;

import java.util.ArrayList;
import java.util.List;
import kelvin.decision.memory.DecisionKey;
import kelvin.decision.memory.IndexedRing;

/** The latest decisions with their rewards, found by their ids; a row of a ring each. Used under one lock. */
final class RecentDecisions extends DecisionRows {
    /** The largest number of decisions. */
    static final int MAX_DECISIONS = IndexedRing.MAX_ROWS;

    private long bytes;
    private int firstPending;
    private int firstGathered;
    private int gathered;
    private int rewarded;

    /** Makes a memory of decisions, for each of which others keep some bytes too. */
    RecentDecisions(int otherBytes) {
        super(otherBytes);
    }

    int size() {
        return ring.size();
    }

    /** Returns the number of decisions from which nothing has been learned. */
    int pending() {
        return ring.size() - rewarded;
    }

    /** Returns an upper bound of the memory that the decisions take, in bytes. */
    long bytes() {
        return bytes;
    }

    /** Returns the time of the oldest decision; there must be one. */
    long oldestTime() {
        return time(ring.place(ring.oldest()));
    }

    /** Returns the index of a decision, valid until the next is added; −1 if it is not here. */
    int find(DecisionKey name) {
        return index(slot(name));
    }

    /** Returns the {@link IndexedRing#slot} of a decision, valid until one is added. */
    int slot(DecisionKey name) {
        return ring.slot(name.tag(), name.id());
    }

    /** Returns the index of the decision in a slot; −1 if the slot is free. */
    int index(int slot) {
        return ring.index(slot);
    }

    /** Returns true if something has been learned from a decision; of a slate, from all its actions. */
    private boolean rewarded(int place) {
        return hasReward(place) && !gathered(place);
    }

    /** Returns true if something has been learned from an action that a decision took. */
    boolean rewarded(int place, int action) {
        return showsSlate(place) ? itemRewarded(place, action) : rewarded(place);
    }

    /** Sets the reward that is learned for an action that a decision took. */
    void reward(int place, int action, double reward) {
        if (setReward(place, action, reward)) {
            complete(place, reward);
        }
    }

    private void complete(int place, double reward) {
        rewarded += rewarded(place) ? 0 : 1;
        endGathering(place);
        ring.set(place, REWARD, Double.doubleToRawLongBits(reward));
    }

    /** Sets what the rewards of a decision amount to so far, from which nothing is learned yet. */
    void gather(int place, double reward) {
        ring.set(place, REWARD, Double.doubleToRawLongBits(reward));
        if (!gathered(place)) {
            mark(place, GATHERED_FLAG);
            int number = ring.number(place);
            firstGathered = gathered == 0 || number - firstGathered < 0 ? number : firstGathered;
            gathered++;
        }
    }

    private void endGathering(int place) {
        gathered -= gathered(place) ? 1 : 0;
        unmark(place, GATHERED_FLAG);
    }

    /** Returns the index of the oldest decision with gathered rewards, valid until the next is added; −1 if there is none. */
    int oldestGathered() {
        if (gathered == 0) {
            return -1;
        }
        while (!gathered(ring.place(firstGathered))) {
            firstGathered++;
        }
        return ring.place(firstGathered);
    }

    /**
     * Adds the newest decision. An older one of the same name, as a journal may hold that was written with a shorter
     * memory, is lost.
     */
    void add(DecisionKey name, Decision decision) {
        add(name, slot(name), decision);
    }

    /** Adds the newest decision, given the {@link #slot} of its name. */
    void add(DecisionKey name, int slot, Decision decision) {
        int place = ring.add(name.tag(), decision.id(), slot);
        if (set(place, decision)) {
            complete(place, 0); // nothing is shown, so nothing is to come
        }
        bytes += bytes(place);
    }

    /** Gives the decision in a slot another id, which no decision may have. */
    void rename(int slot, DecisionKey name) {
        int place = ring.rename(slot, name.tag(), name.id());
        bytes -= bytes(place);
        setIdLength(place, name.id().length());
        bytes += bytes(place);
    }

    /** Returns the index of the oldest decision without a reward, valid until the next is added; −1 if there is none. */
    int oldestPending() {
        if (ring.added() - firstPending > ring.size()) {
            firstPending = ring.oldest();
        }
        while (firstPending != ring.added() && hasReward(ring.place(firstPending))) {
            firstPending++;
        }
        return firstPending == ring.added() ? -1 : ring.place(firstPending);
    }

    /** Evicts the oldest decision; returns true if something had been learned from it. */
    boolean evict() {
        int oldest = ring.evict();
        bytes -= bytes(oldest);
        removeSlate(oldest);
        boolean hadReward = rewarded(oldest);
        rewarded -= hadReward ? 1 : 0;
        endGathering(oldest);
        return hadReward;
    }

    /** Returns the step of the decision that was evicted last, valid until one is added. */
    long lastEvicted() {
        return step(ring.place(ring.oldest() - 1));
    }

    /** Returns all decisions, oldest first. */
    List<RewardedDecision> all() {
        List<RewardedDecision> all = new ArrayList<>(ring.size());
        for (int number = ring.oldest(); number != ring.added(); number++) {
            all.add(rewardedDecision(ring.place(number)));
        }
        return all;
    }
}
