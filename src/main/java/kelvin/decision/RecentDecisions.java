package kelvin.decision;

import java.util.ArrayList;
import java.util.List;
import kelvin.decision.memory.DecisionKey;
import kelvin.decision.memory.IndexedRing;
import org.jspecify.annotations.Nullable;

/** The latest decisions with their rewards, found by their ids; a row of a ring each. Used under one lock. */
final class RecentDecisions {
    /** The largest number of decisions. */
    static final int MAX_DECISIONS = IndexedRing.MAX_ROWS;

    private static final int STEP = 0;
    private static final int TIME = 1;
    private static final int VERSION = 2;
    private static final int ACTION = 3;
    private static final int PROPENSITY = 4;
    private static final int REWARD = 5;
    private static final int COLUMNS = 6;
    private static final int ACTED = 0;
    private static final int ACTED_PROPENSITY = 1;
    private static final int RARE_COLUMNS = 2;
    private static final int LENGTH_BIT = 32;
    private static final long LENGTH_MASK = 0xFFFF;
    private static final int GROUP_BIT = 48;
    private static final List<Decision.Group> GROUPS = List.of(Decision.Group.values());
    private static final long ACTED_FLAG = 1L << 61;
    private static final long GATHERED_FLAG = 1L << 60;
    private static final long DEFAULTED_FLAG = 1L << 62;
    private static final long NONE = Double.doubleToRawLongBits(Double.NaN);

    /**
     * Bytes per decision: its row with the rare columns, its reference, two slots of the hash table and the two objects of an id, in
     * arrays twice as long as they need be.
     */
    private static final int BYTES_PER_DECISION = 272;

    /** Bytes per character of an id: two, also for as many ids that are evicted but not yet overwritten. */
    private static final int BYTES_PER_CHARACTER = 4;

    private final int bytesPerDecision;
    private final IndexedRing ring = new IndexedRing(COLUMNS, RARE_COLUMNS);
    private long bytes;
    private int firstPending;
    private int firstGathered;
    private int gathered;
    private int rewarded;

    /** Makes a memory of decisions, for each of which others keep some bytes too. */
    RecentDecisions(int otherBytes) {
        bytesPerDecision = BYTES_PER_DECISION + otherBytes;
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

    /** Estimates the bytes of one decision from its row alone, without a read of the id, which lies elsewhere. */
    private int bytes(int place) {
        return bytesPerDecision + BYTES_PER_CHARACTER * (short) (ring.get(place, ACTION) >>> LENGTH_BIT);
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

    Decision decision(int place) {
        return new Decision(
                id(place),
                (int) ring.get(place, ACTION),
                Double.longBitsToDouble(ring.get(place, PROPENSITY)),
                ring.get(place, VERSION),
                step(place),
                time(place),
                group(place),
                acted(place));
    }

    private Decision.Group group(int place) {
        return GROUPS.get((byte) (ring.get(place, ACTION) >>> GROUP_BIT));
    }

    private boolean has(int place, long flag) {
        return (ring.get(place, ACTION) & flag) != 0;
    }

    private void mark(int place, long flag) {
        ring.set(place, ACTION, ring.get(place, ACTION) | flag);
    }

    private void unmark(int place, long flag) {
        ring.set(place, ACTION, ring.get(place, ACTION) & ~flag);
    }

    private Decision.@Nullable Acted acted(int place) {
        return has(place, ACTED_FLAG)
                ? new Decision.Acted(
                        (int) ring.rare(place, ACTED), Double.longBitsToDouble(ring.rare(place, ACTED_PROPENSITY)))
                : null;
    }

    /** Returns the action that was taken, which a reward is for. */
    int actionTaken(int place) {
        return (int) (has(place, ACTED_FLAG) ? ring.rare(place, ACTED) : ring.get(place, ACTION));
    }

    /** Returns true if a decision was made by the treatment group and acted by. */
    boolean isOwn(int place) {
        return !has(place, ACTED_FLAG) && group(place) == Decision.Group.TREATMENT;
    }

    long step(int place) {
        return ring.get(place, STEP);
    }

    long time(int place) {
        return ring.get(place, TIME);
    }

    /** Returns true if something has been learned from a decision. */
    boolean rewarded(int place) {
        return hasReward(place) && !gathered(place);
    }

    private boolean hasReward(int place) {
        return ring.get(place, REWARD) != NONE;
    }

    /** Returns true if a decision has rewards from which nothing has been learned yet. */
    boolean gathered(int place) {
        return has(place, GATHERED_FLAG);
    }

    /** Returns the reward of a decision that has one, learned or gathered. */
    double reward(int place) {
        return Double.longBitsToDouble(ring.get(place, REWARD));
    }

    /** Sets the reward that is learned for a decision. */
    void reward(int place, double reward) {
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

    /** Returns the number of a group; most decisions are of the first. */
    private static int group(Decision.Group group) {
        return group == Decision.Group.TREATMENT ? 0 : GROUPS.indexOf(group);
    }

    /** Adds the newest decision, given the {@link #slot} of its name. */
    void add(DecisionKey name, int slot, Decision decision) {
        int place = ring.add(name.tag(), decision.id(), slot);
        ring.set(place, STEP, decision.step());
        ring.set(place, TIME, decision.time());
        ring.set(place, VERSION, decision.version());
        ring.set(
                place,
                ACTION,
                (long) group(decision.group()) << GROUP_BIT
                        | (long) decision.id().length() << LENGTH_BIT
                        | decision.action());
        ring.set(place, PROPENSITY, Double.doubleToRawLongBits(decision.propensity()));
        ring.set(place, REWARD, NONE);
        Decision.Acted acted = decision.acted();
        if (acted != null) {
            mark(place, ACTED_FLAG);
            ring.setRare(place, ACTED, acted.action());
            ring.setRare(place, ACTED_PROPENSITY, Double.doubleToRawLongBits(acted.propensity()));
        }
        bytes += bytesPerDecision + BYTES_PER_CHARACTER * decision.id().length();
    }

    /** Gives the decision in a slot another id, which no decision may have. */
    void rename(int slot, DecisionKey name) {
        int place = ring.rename(slot, name.tag(), name.id());
        bytes -= bytes(place);
        long others = ring.get(place, ACTION) & ~(LENGTH_MASK << LENGTH_BIT);
        ring.set(place, ACTION, others | (long) name.id().length() << LENGTH_BIT);
        bytes += bytes(place);
    }

    /** Returns true if the reward of a decision is the default. */
    boolean defaulted(int place) {
        return has(place, DEFAULTED_FLAG);
    }

    /** Marks the reward of a decision as the default. */
    void markDefaulted(int place) {
        mark(place, DEFAULTED_FLAG);
    }

    String id(int place) {
        return ring.id(place);
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
            int place = ring.place(number);
            Double reward = hasReward(place) ? (Double) reward(place) : null;
            all.add(new RewardedDecision(decision(place), reward, defaulted(place), gathered(place)));
        }
        return all;
    }
}
