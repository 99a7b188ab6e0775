package kelvin.decision.family;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An open-addressing hash table from the keyed hashes of context names to the {@link Place} of their newest lines. Two names of the
 * same hash have an entry each; an entry is known by its hash and its place.
 */
final class ContextIndex {
    private static final int INITIAL_ENTRIES = 64;

    /** Pairs of a hash and a place; a free pair has place 0. */
    private long[] table = new long[2 * INITIAL_ENTRIES];

    private int size;

    synchronized int size() {
        return size;
    }

    /** Returns the places of all entries of a hash: one for each name of it. */
    synchronized long[] find(long hash) {
        long[] found = {};
        for (int at = first(hash); table[at + 1] != 0; at = next(at)) {
            if (table[at] == hash) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = table[at + 1];
            }
        }
        return found;
    }

    /**
     * Moves an entry to a new place, or adds one.
     *
     * @param hash the hash of the name
     * @param before the place until now; 0 to add an entry
     * @param now the new place
     * @throws IllegalArgumentException if there is no entry at the place before
     */
    synchronized void put(long hash, long before, long now) {
        int at = first(hash);
        while (table[at + 1] != 0 && !(table[at] == hash && table[at + 1] == before)) {
            at = next(at);
        }
        if (table[at + 1] == 0 && before != 0) {
            throw new IllegalArgumentException(Place.BACK + ": found " + Place.json(before)
                    + ", must be the newest line of the same context before this one");
        } else if (table[at + 1] == 0) {
            table[at] = hash;
            size++;
        }
        table[at + 1] = now;
        if (3L * size > table.length) {
            grow();
        }
    }

    private int first(long hash) {
        return ((int) (hash ^ (hash >>> 32)) * 2) & (table.length - 2);
    }

    private int next(int at) {
        return (at + 2) & (table.length - 1);
    }

    private void grow() {
        long[] all = table;
        table = new long[2 * all.length];
        for (int i = 0; i < all.length; i += 2) {
            if (all[i + 1] != 0) {
                int at = first(all[i]);
                while (table[at + 1] != 0) {
                    at = next(at);
                }
                table[at] = all[i];
                table[at + 1] = all[i + 1];
            }
        }
    }

    /** Returns the length of the entries in a file, in bytes. */
    synchronized long bytes() {
        return 2L * Long.BYTES * size;
    }

    /** Returns all entries as pairs of a hash and a place. */
    synchronized long[] pairs() {
        long[] pairs = new long[2 * size];
        int to = 0;
        for (int i = 0; i < table.length; i += 2) {
            if (table[i + 1] != 0) {
                pairs[to++] = table[i];
                pairs[to++] = table[i + 1];
            }
        }
        return pairs;
    }

    /** Returns the places of all entries, ascending. */
    long[] places() {
        long[] pairs = pairs();
        long[] places = new long[pairs.length / 2];
        Arrays.setAll(places, i -> pairs[2 * i + 1]);
        Arrays.sort(places);
        return places;
    }

    /** Creates an index of given entries. */
    static ContextIndex of(long @Nullable [] pairs) {
        ContextIndex index = new ContextIndex();
        for (int i = 0; pairs != null && i < pairs.length; i += 2) {
            index.put(pairs[i], 0, pairs[i + 1]);
        }
        return index;
    }
}
