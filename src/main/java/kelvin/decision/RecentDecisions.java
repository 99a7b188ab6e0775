package kelvin.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * A ring buffer of the latest decisions with a hash index over their ids, by which a reward finds its decision. Used under one lock.
 *
 * @implNote Objects that live for a hundred thousand decisions and then die are what garbage collectors are worst at: in a linked
 *     hash map of records, copying them was 40 % of all time. Here a decision is one cache line in a ring of rows and one entry in
 *     an open table, at most half full. An entry holds the name's tag, which tells most names apart, and the decision's number,
 *     which tells whether it is still remembered; forgetting touches nothing, and what is added overwrites what was
 *     forgotten. A name is looked for as far from its place as any was ever put. To delete instead, so
 *     that a search ends at a free slot, took a third more time: it touches one more place far away.
 */
final class RecentDecisions {
    /** The largest number of rows that an array can index. */
    static final int MAX_DECISIONS = 100_000_000;

    private static final int ROW = 8;
    private static final int STEP = 0;
    private static final int TIME = 1;
    private static final int VERSION = 2;
    private static final int ACTION = 3;
    private static final int PROPENSITY = 4;
    private static final int REWARD = 5;
    private static final int ACTED = 6;
    private static final int ACTED_PROPENSITY = 7;
    private static final int LENGTH_BIT = 32;
    private static final int GROUP_BIT = 48;
    private static final List<Decision.Group> GROUPS = List.of(Decision.Group.values());
    private static final long DEFAULTED_FLAG = 1L << 62;
    private static final long NONE = Double.doubleToRawLongBits(Double.NaN);
    private static final int USED = Integer.MIN_VALUE;
    private static final int INITIAL_ROWS = 4;

    /**
     * Bytes per decision: its row, its reference, two slots of the hash table and the two objects of an id, in arrays
     * twice as long as they need be.
     */
    private static final int BYTES_PER_DECISION = 272;

    /** Bytes per character of an id: two, also for as many ids that are evicted but not yet overwritten. */
    private static final int BYTES_PER_CHARACTER = 4;

    private final int bytesPerDecision;
    private long[] rows = new long[INITIAL_ROWS * ROW];
    private String[] ids = new String[INITIAL_ROWS];
    private long[] table = new long[2 * INITIAL_ROWS];
    private long bytes;
    private int reach;
    private int firstPending;
    private int added;
    private int size;
    private int rewarded;

    /** Makes a memory of decisions, for each of which others keep some bytes too. */
    RecentDecisions(int otherBytes) {
        bytesPerDecision = BYTES_PER_DECISION + otherBytes;
    }

    int size() {
        return size;
    }

    /** Returns the number of decisions without a reward. */
    int pending() {
        return size - rewarded;
    }

    /** Returns an upper bound of the memory that the decisions take, in bytes. */
    long bytes() {
        return bytes;
    }

    /** Estimates the bytes of one decision from its row alone, without a read of the id, which lies elsewhere. */
    private int bytes(int place) {
        return bytesPerDecision + BYTES_PER_CHARACTER * (short) (rows[place * ROW + ACTION] >>> LENGTH_BIT);
    }

    /** Returns the time of the oldest decision; there must be one. */
    long oldestTime() {
        return time(place(added - size));
    }

    /** Returns the index of a decision, valid until the next is added; −1 if it is not here. */
    int find(DecisionKey name) {
        return index(slot(name));
    }

    /**
     * Returns the slot of the hash table that holds a decision; where none does, −1 − the slot for it, the first free one.
     * Valid until a decision is added.
     */
    int slot(DecisionKey name) {
        int tag = name.tag();
        int mask = table.length - 1;
        for (int i = 0; i < reach; i++) {
            int at = (tag + i) & mask;
            long entry = table[at];
            if (tag(entry) == tag && lives(entry) && ids[place((int) entry)].equals(name.id())) {
                return at;
            }
        }
        return -1 - free(tag);
    }

    private int free(int tag) {
        int slot = tag & (table.length - 1);
        while (lives(table[slot])) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    /** Returns the index of the decision in a slot; −1 if the slot is free. */
    int index(int slot) {
        return slot < 0 ? -1 : place((int) table[slot]);
    }

    private static int tag(long entry) {
        return (int) (entry >>> 32);
    }

    /** Packs a slot of the hash table: the hash, a bit that no free slot has, and the number modulo 2³¹. */
    private static long entry(int tag, int number) {
        return (long) tag << 32 | Integer.toUnsignedLong(number | USED);
    }

    /** Returns true if a slot's decision is still in the ring. */
    private boolean lives(long entry) {
        int low = (int) entry;
        return low < 0 && ((added - 1 - low) & ~USED) < size;
    }

    private int place(int number) {
        return number & (ids.length - 1);
    }

    Decision decision(int place) {
        int row = place * ROW;
        double propensity = Double.longBitsToDouble(rows[row + PROPENSITY]);
        int action = (int) rows[row + ACTION];
        Decision.Acted acted = rows[row + ACTED] < 0
                ? null
                : new Decision.Acted((int) rows[row + ACTED], Double.longBitsToDouble(rows[row + ACTED_PROPENSITY]));
        return new Decision(
                ids[place], action, propensity, rows[row + VERSION], step(place), time(place), group(place), acted);
    }

    private Decision.Group group(int place) {
        return GROUPS.get((byte) (rows[place * ROW + ACTION] >>> GROUP_BIT));
    }

    /** Returns the action that was taken, which a reward is for. */
    int actionTaken(int place) {
        long acted = rows[place * ROW + ACTED];
        return (int) (acted < 0 ? rows[place * ROW + ACTION] : acted);
    }

    /** Returns true if a decision was made by the treatment group and acted by. */
    boolean isOwn(int place) {
        return rows[place * ROW + ACTED] < 0 && group(place) == Decision.Group.TREATMENT;
    }

    long step(int place) {
        return rows[place * ROW + STEP];
    }

    long time(int place) {
        return rows[place * ROW + TIME];
    }

    boolean rewarded(int place) {
        return rows[place * ROW + REWARD] != NONE;
    }

    void reward(int place, double reward) {
        rewarded += rewarded(place) ? 0 : 1;
        rows[place * ROW + REWARD] = Double.doubleToRawLongBits(reward);
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
        if (size == ids.length) {
            grow();
            add(name, decision);
            return;
        }
        int row = place(added) * ROW;
        ids[place(added)] = decision.id();
        rows[row + STEP] = decision.step();
        rows[row + TIME] = decision.time();
        rows[row + VERSION] = decision.version();
        rows[row + ACTION] = (long) group(decision.group()) << GROUP_BIT
                | (long) decision.id().length() << LENGTH_BIT
                | decision.action();
        Decision.Acted acted = decision.acted();
        rows[row + ACTED] = acted == null ? -1 : acted.action();
        rows[row + ACTED_PROPENSITY] = acted == null ? 0 : Double.doubleToRawLongBits(acted.propensity());
        rows[row + PROPENSITY] = Double.doubleToRawLongBits(decision.propensity());
        rows[row + REWARD] = NONE;
        put(slot < 0 ? -1 - slot : slot, entry(name.tag(), added));
        added++;
        size++;
        bytes += bytesPerDecision + BYTES_PER_CHARACTER * decision.id().length();
    }

    private void put(int slot, long entry) {
        table[slot] = entry;
        reach = Math.max(reach, ((slot - tag(entry)) & (table.length - 1)) + 1);
    }

    /** Returns true if the reward of a decision is the default. */
    boolean defaulted(int place) {
        return (rows[place * ROW + ACTION] & DEFAULTED_FLAG) != 0;
    }

    /** Marks the reward of a decision as the default. */
    void markDefaulted(int place) {
        rows[place * ROW + ACTION] |= DEFAULTED_FLAG;
    }

    String id(int place) {
        return ids[place];
    }

    /** Returns the index of the oldest decision without a reward, valid until the next is added; −1 if there is none. */
    int oldestPending() {
        if (added - firstPending > size) {
            firstPending = added - size;
        }
        while (firstPending != added && rewarded(place(firstPending))) {
            firstPending++;
        }
        return firstPending == added ? -1 : place(firstPending);
    }

    /** Evicts the oldest decision; returns true if it had been rewarded. */
    boolean evict() {
        int oldest = place(added - size--);
        bytes -= bytes(oldest);
        boolean hadReward = rewarded(oldest);
        rewarded -= hadReward ? 1 : 0;
        return hadReward;
    }

    /** Returns the step of the decision that was evicted last, valid until one is added. */
    long lastEvicted() {
        return step(place(added - size - 1));
    }

    /** Returns all decisions, oldest first. */
    List<RewardedDecision> all() {
        List<RewardedDecision> all = new ArrayList<>(size);
        for (int number = added - size; number != added; number++) {
            int place = place(number);
            Double reward = rewarded(place) ? Double.longBitsToDouble(rows[place * ROW + REWARD]) : null;
            all.add(new RewardedDecision(decision(place), reward, defaulted(place)));
        }
        return all;
    }

    private void grow() {
        long[] entries = table;
        int mask = ids.length - 1;
        long[] allRows = new long[2 * rows.length];
        String[] allIds = new String[2 * ids.length];
        for (int number = added - size; number != added; number++) {
            int to = number & (allIds.length - 1);
            System.arraycopy(rows, (number & mask) * ROW, allRows, to * ROW, ROW);
            allIds[to] = ids[number & mask];
        }
        rows = allRows;
        ids = allIds;
        table = new long[2 * entries.length];
        reach = 0;
        for (long entry : entries) {
            if (lives(entry)) {
                put(free(tag(entry)), entry);
            }
        }
    }
}
