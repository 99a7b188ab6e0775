package kelvin.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * The latest decisions in their order, found by their names. Used under one lock.
 *
 * @implNote Objects that live for a hundred thousand decisions and then die are what garbage collectors are worst at: in a linked
 *     hash map of records, copying them was 40 % of all time. Here a decision is one cache line in a ring of rows and one entry in
 *     an open table, at most half full. An entry holds the name's tag, which tells most names apart, and the decision's number,
 *     which tells whether it is still remembered; forgetting touches nothing, and what is added overwrites what was
 *     forgotten. A name is looked for as far from its place as any was ever put.
 */
final class RecentDecisions {
    /** The most rows whose numbers an array can hold. */
    static final int MOST = 100_000_000;

    private static final int ROW = 8;
    private static final int STEP = 0;
    private static final int TIME = 1;
    private static final int VERSION = 2;
    private static final int ACTION = 3;
    private static final int PROPENSITY = 4;
    private static final int REWARD = 5;
    private static final long NONE = Double.doubleToRawLongBits(Double.NaN);
    private static final int USED = Integer.MIN_VALUE;
    private static final int FIRST_ROWS = 16;

    /** A row, its reference, two places in the table and the two objects of a name, in arrays twice as long as they need be. */
    private static final int EACH = 272;

    /** Two bytes a letter, also of as many names that are forgotten but not yet overwritten. */
    private static final int LETTER = 4;

    private long[] rows = new long[FIRST_ROWS * ROW];
    private String[] ids = new String[FIRST_ROWS];
    private long[] table = new long[2 * FIRST_ROWS];
    private long bytes;
    private int reach;
    private int added;
    private int size;

    int size() {
        return size;
    }

    /** How much memory the decisions take at most. */
    long bytes() {
        return bytes;
    }

    /** Known from the row alone, which is read anyway; the name lies elsewhere. */
    private int bytes(int place) {
        return EACH + LETTER * (int) (rows[place * ROW + ACTION] >>> 32);
    }

    /** When the oldest was made; there must be one. */
    long oldestTime() {
        return time(place(added - size));
    }

    /** Where a decision is until the next is added; −1 if it is not here. */
    int find(DecisionKey name) {
        int entry = lookUp(name);
        return entry < 0 ? -1 : place((int) table[entry]);
    }

    private int lookUp(DecisionKey name) {
        int tag = name.tag();
        int mask = table.length - 1;
        for (int i = 0; i < reach; i++) {
            int at = (tag + i) & mask;
            long entry = table[at];
            if (tag(entry) == tag && lives(entry) && ids[place((int) entry)].equals(name.id())) {
                return at;
            }
        }
        return -1;
    }

    private static int tag(long entry) {
        return (int) (entry >>> 32);
    }

    /** What stands in the table: the tag, a bit that no empty place has, and the number, which goes round after 2³¹ decisions. */
    private static long entry(int tag, int number) {
        return (long) tag << 32 | Integer.toUnsignedLong(number | USED);
    }

    /** Whether an entry's decision is among the latest. */
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
        return new Decision(ids[place], action(place), propensity, rows[row + VERSION], step(place), time(place));
    }

    int action(int place) {
        return (int) rows[place * ROW + ACTION];
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
        rows[place * ROW + REWARD] = Double.doubleToRawLongBits(reward);
    }

    /** Adds the newest. An older one of the same name, as a journal may hold that was written with a shorter memory, is lost. */
    void add(DecisionKey name, Decision decision) {
        if (size == ids.length) {
            grow();
        }
        int before = lookUp(name);
        int row = place(added) * ROW;
        ids[place(added)] = decision.id();
        rows[row + STEP] = decision.step();
        rows[row + TIME] = decision.time();
        rows[row + VERSION] = decision.version();
        rows[row + ACTION] = (long) decision.id().length() << 32 | decision.action();
        rows[row + PROPENSITY] = Double.doubleToRawLongBits(decision.propensity());
        rows[row + REWARD] = NONE;
        table[before < 0 ? free(name.tag()) : before] = entry(name.tag(), added);
        added++;
        size++;
        bytes += EACH + LETTER * decision.id().length();
    }

    /** Where an entry with this tag may stand. */
    private int free(int tag) {
        int mask = table.length - 1;
        int i = 0;
        while (lives(table[(tag + i) & mask])) {
            i++;
        }
        reach = Math.max(reach, i + 1);
        return (tag + i) & mask;
    }

    /** Forgets the oldest and tells whether it had been rewarded. */
    boolean forget() {
        int oldest = place(added - size--);
        bytes -= bytes(oldest);
        return rewarded(oldest);
    }

    /** All, oldest first. */
    List<RewardedDecision> all() {
        List<RewardedDecision> all = new ArrayList<>(size);
        for (int number = added - size; number != added; number++) {
            int place = place(number);
            Double reward = rewarded(place) ? Double.longBitsToDouble(rows[place * ROW + REWARD]) : null;
            all.add(new RewardedDecision(decision(place), reward));
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
                table[free(tag(entry))] = entry;
            }
        }
    }
}
