package kelvin.decision.memory;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * A ring buffer of rows of numbers, each with an id, and a hash index over the ids. Rows are numbered in the order in which they were
 * added; a row's place is its index in the buffer, valid until the next is added. Not safe for use by several threads.
 *
 * @implNote Objects that live for a hundred thousand decisions and then die are what garbage collectors are worst at: in a linked
 *     hash map of records, copying them was 40 % of all time. Here a decision is a row of a ring and one entry in
 *     an open table, at most half full. An entry holds the id's tag, which tells most ids apart, and the row's number,
 *     which tells whether it is still here; evicting touches nothing, and what is added overwrites what was
 *     evicted. An id is looked for as far from its place as any was ever put. To delete instead, so
 *     that a search ends at a free slot, took a third more time: it touches one more place far away.
 */
@Stability(MAY_CHANGE)
public final class IndexedRing {
    /** The largest number of rows. */
    public static final int MAX_ROWS = 100_000_000;

    private static final int USED = Integer.MIN_VALUE;
    private static final int INITIAL_ROWS = 4;

    private final int columns;
    private final int rareColumns;
    private long[] rows;
    private long[] rare = {};
    private String[] ids = new String[INITIAL_ROWS];
    private long[] table = new long[2 * INITIAL_ROWS];
    private int reach;
    private int added;
    private int size;

    /**
     * Creates an empty ring.
     *
     * @param columns how many numbers a row has, at least 1
     * @param rareColumns how many more it has that take memory only once any of them has been set; at least 0
     */
    public IndexedRing(int columns, int rareColumns) {
        this.columns = columns;
        this.rareColumns = rareColumns;
        rows = new long[INITIAL_ROWS * columns];
    }

    /** {@return the number of rows} */
    public int size() {
        return size;
    }

    /** {@return the number of the next row, modulo 2³²} */
    public int added() {
        return added;
    }

    /** {@return the number of the oldest row, modulo 2³²} */
    public int oldest() {
        return added - size;
    }

    /**
     * Returns the place of a row.
     *
     * @param number its number, modulo 2³²
     * @return an index from 0
     */
    public int place(int number) {
        return number & (ids.length - 1);
    }

    /**
     * Returns the number of a row.
     *
     * @param place its place
     * @return its number, modulo 2³²
     */
    public int number(int place) {
        return added - size + place(place - (added - size));
    }

    /**
     * Returns a number of a row.
     *
     * @param place the row's place
     * @param column the column, from 0
     * @return the number
     */
    public long get(int place, int column) {
        return rows[place * columns + column];
    }

    /**
     * Sets a number of a row.
     *
     * @param place the row's place
     * @param column the column, from 0
     * @param value the number
     */
    public void set(int place, int column, long value) {
        rows[place * columns + column] = value;
    }

    /**
     * Returns a rare number of a row, for which it must have been set.
     *
     * @param place the row's place
     * @param column the rare column, from 0
     * @return the number
     */
    public long rare(int place, int column) {
        return rare[place * rareColumns + column];
    }

    /**
     * Sets a rare number of a row.
     *
     * @param place the row's place
     * @param column the rare column, from 0
     * @param value the number
     */
    public void setRare(int place, int column, long value) {
        if (rare.length == 0) {
            rare = new long[ids.length * rareColumns];
        }
        rare[place * rareColumns + column] = value;
    }

    /**
     * Returns the id of a row.
     *
     * @param place the row's place
     * @return the id
     */
    public String id(int place) {
        return ids[place];
    }

    /**
     * Returns the slot of the hash table that holds an id; where none does, −1 − the slot for it, the first free one.
     * Valid until a row is added.
     *
     * @param tag the hash of the id
     * @param id the id
     * @return the slot
     */
    public int slot(int tag, String id) {
        int mask = table.length - 1;
        for (int i = 0; i < reach; i++) {
            int at = (tag + i) & mask;
            long entry = table[at];
            if (tag(entry) == tag && lives(entry) && ids[place((int) entry)].equals(id)) {
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

    /**
     * Returns the place of the row in a slot.
     *
     * @param slot a {@link #slot}
     * @return its place; −1 if the slot is free
     */
    public int index(int slot) {
        return slot < 0 ? -1 : place((int) table[slot]);
    }

    private static int tag(long entry) {
        return (int) (entry >>> 32);
    }

    /** Packs a slot of the hash table: the hash, a bit that no free slot has, and the number modulo 2³¹. */
    private static long entry(int tag, int number) {
        return (long) tag << 32 | Integer.toUnsignedLong(number | USED);
    }

    /** Returns true if a slot's row is still in the ring. */
    private boolean lives(long entry) {
        int low = (int) entry;
        return low < 0 && ((added - 1 - low) & ~USED) < size;
    }

    /**
     * Adds the newest row, whose numbers are then to be set. An older one of the same id is not found any more.
     *
     * @param tag the hash of its id
     * @param id its id
     * @param slot the {@link #slot} of the id
     * @return its place
     */
    public int add(int tag, String id, int slot) {
        if (size == ids.length) {
            grow();
            return add(tag, id, slot(tag, id));
        }
        int place = place(added);
        ids[place] = id;
        put(slot < 0 ? -1 - slot : slot, entry(tag, added));
        added++;
        size++;
        return place;
    }

    /**
     * Gives a row another id, which no row may have.
     *
     * @param slot the {@link #slot} of its id until now; no slot is valid after this
     * @param tag the hash of its new id
     * @param id its new id
     * @return its place
     */
    public int rename(int slot, int tag, String id) {
        int number = (int) table[slot];
        ids[place(number)] = id;
        table[slot] = 0;
        put(free(tag), entry(tag, number));
        return place(number);
    }

    private void put(int slot, long entry) {
        table[slot] = entry;
        reach = Math.max(reach, ((slot - tag(entry)) & (table.length - 1)) + 1);
    }

    /**
     * Evicts the oldest row.
     *
     * @return its place, valid until one is added
     */
    public int evict() {
        return place(added - size--);
    }

    private void grow() {
        long[] entries = table;
        String[] all = new String[2 * ids.length];
        for (int number = oldest(); number != added; number++) {
            all[number & (all.length - 1)] = ids[place(number)];
        }
        rows = spread(rows, columns, all.length);
        rare = rare.length == 0 ? rare : spread(rare, rareColumns, all.length);
        ids = all;
        table = new long[2 * entries.length];
        reach = 0;
        for (long entry : entries) {
            if (lives(entry)) {
                put(free(tag(entry)), entry);
            }
        }
    }

    /** Returns the numbers of all rows at their places in a ring for so many rows. */
    private long[] spread(long[] numbers, int width, int capacity) {
        long[] all = new long[capacity * width];
        for (int number = oldest(); number != added; number++) {
            System.arraycopy(numbers, place(number) * width, all, (number & (capacity - 1)) * width, width);
        }
        return all;
    }
}
