package kelvin.decision.memory;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;

/**
 * The id of a decision with its keyed hash, which selects its random draw and its place in the hash table. The seed is the
 * key, so that others cannot choose ids whose hashes collide.
 *
 * @param id 1 to 256 characters
 * @param seed the key
 * @param hash 64 bits, as {@link #of} computes them
 */
@Stability(MAY_CHANGE)
public record DecisionKey(String id, Seed seed, long hash) {
    private static final int MAX_ID_CHARACTERS = 256;
    private static final int CHARACTERS_PER_WORD = 4;

    /**
     * Hashes an id by folded products, as {@code kelvin.decision.Decision} defines.
     *
     * @implNote {@link Seed#child(String)} took four dependent mixes per word, a third of a decision's time; one product is enough
     *     here, since {@link NumberedStreams#place} mixes the result, and ids are compared where tags are equal.
     * @param seed the key
     * @param id 1 to 256 characters
     * @return the id with its hash
     */
    public static DecisionKey of(Seed seed, String id) {
        Require.notNull("id", id);
        int length = id.length();
        if (length == 0 || length > MAX_ID_CHARACTERS) {
            throw new InvalidValue("id", length + " characters", "1 to " + MAX_ID_CHARACTERS + " characters");
        }
        long multiplier = seed.low() | 1;
        long hash = seed.high() + length;
        int whole = length - length % CHARACTERS_PER_WORD;
        for (int i = 0; i < whole; i += CHARACTERS_PER_WORD) {
            long first = (long) id.charAt(i) << 48 | (long) id.charAt(i + 1) << 32;
            hash = absorb(hash ^ (first | (long) id.charAt(i + 2) << 16 | id.charAt(i + 3)), multiplier);
        }
        if (whole < length) {
            long last = 0;
            for (int i = whole; i < whole + CHARACTERS_PER_WORD; i++) {
                last = last << 16 | (i < length ? id.charAt(i) : 0);
            }
            hash = absorb(hash ^ last, multiplier);
        }
        Require.wholeCharacters("id", id);
        return new DecisionKey(id, seed, hash);
    }

    private static long absorb(long word, long multiplier) {
        return Math.multiplyHigh(word, multiplier) ^ word * multiplier;
    }

    /** {@return the generator of this decision's draw} */
    public NumberedStreams draw() {
        NumberedStreams streams = seed.streams();
        streams.place(hash, 0);
        return streams;
    }

    /** {@return the lower 32 bits of the hash, which select its place in the hash table} */
    public int tag() {
        return (int) hash;
    }
}
