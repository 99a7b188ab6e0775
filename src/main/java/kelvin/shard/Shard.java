package kelvin.shard;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * One of several equal shares of the work of an experiment.
 *
 * @param index which, from 1
 * @param count how many there are, from 1 to {@value #MAX_COUNT}
 */
@Stability(MAY_CHANGE)
public record Shard(int index, int count) {
    /** The largest number of shards. */
    public static final int MAX_COUNT = 10_000;

    public Shard {
        Require.that(count >= 1 && count <= MAX_COUNT, "count", count, "from 1 to " + MAX_COUNT);
        Require.that(index >= 1 && index <= count, "index", index, "from 1 to " + count);
    }

    /**
     * Reads a shard as it is written on a command line.
     *
     * @param text for example {@code 3/16}
     * @return the shard
     * @throws IllegalArgumentException if it is none; the message says what was found and what is allowed
     */
    public static Shard parse(String text) {
        if (text.matches("[0-9]{1,5}/[0-9]{1,5}")) {
            int slash = text.indexOf('/');
            int index = Integer.parseInt(text.substring(0, slash));
            int count = Integer.parseInt(text.substring(slash + 1));
            if (index >= 1 && index <= count && count <= MAX_COUNT) {
                return new Shard(index, count);
            }
        }
        throw new IllegalArgumentException(
                "found '" + text + "', must be K/N with 1 <= K <= N <= " + MAX_COUNT + ", for example 3/16");
    }

    /** Returns whether a unit of work belongs to this shard: units are dealt out in turn. */
    boolean owns(long unit) {
        return unit % count == index - 1;
    }

    /** Returns the shard as it is written on a command line. */
    @Override
    public String toString() {
        return index + "/" + count;
    }
}
