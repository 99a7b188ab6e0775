package kelvin.decision.family;

import java.util.List;
import kelvin.decision.journal.JsonMembers;

/** The place of a line in the journals of a shard as one number: the journal's number and the offset of the line's first byte. */
final class Place {
    /** The key, in a line, of the place of the line of the same context before it. */
    static final String BACK = "back";

    private static final int OFFSET_BITS = 40;

    private Place() {}

    static long of(long journal, long offset) {
        return journal << OFFSET_BITS | offset;
    }

    static long journal(long place) {
        return place >>> OFFSET_BITS;
    }

    static long offset(long place) {
        return place & ((1L << OFFSET_BITS) - 1);
    }

    /** Returns the place as JSON, {@code [journal,offset]}. */
    static String json(long place) {
        return "[" + journal(place) + "," + offset(place) + "]";
    }

    /** Returns the place that a line names as the one before it; 0 where it names none. */
    static long back(JsonMembers line) {
        return line.has(BACK) ? of(line.list(BACK)) : 0;
    }

    static long of(List<Object> json) {
        if (json.size() == 2
                && json.get(0) instanceof Long journal
                && json.get(1) instanceof Long offset
                && journal > 0
                && journal < 1L << (Long.SIZE - OFFSET_BITS - 1)
                && offset >= 0
                && offset < 1L << OFFSET_BITS) {
            return of(journal, offset);
        }
        throw new IllegalArgumentException(BACK + ": found " + json + ", must be [journal, offset]");
    }
}
