package kelvin.random;

import static kelvin.contract.Stability.Level.STABLE;

import java.io.Serializable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * A seed: a node in a tree of named seeds.
 *
 * <pre>
 *   Seed.of(1).child(repetition).child("learner").child("softmax 0.2").generator()
 * </pre>
 *
 * <p>The same path gives the same stream whoever asks, in any order, on any number of threads. A node holds 128 bits, so a
 * billion paths share a stream with probability about 10⁻²¹. Names and numbers are different labels: {@code child(3)} is not
 * {@code child("3")}. Immutable; a child costs a few nanoseconds per eight bytes of its label.
 *
 * @implNote A label word is absorbed by four Feistel rounds over the 128 bits. For one word they are a bijection of nodes; for
 *     one node the first is injective in the word and the others are bijections. So neither equal numbers below different
 *     nodes nor different numbers below one node ever coincide.
 * @param high the upper 64 bits of the node
 * @param low the lower 64 bits of the node
 */
@Stability(STABLE)
public record Seed(long high, long low) implements Serializable {
    private static final long NUMBER = 0x6e756d626572L;
    private static final long NAME = 0x6e616d65L;

    /**
     * Returns the root of a tree.
     *
     * @param seed any number; neighbouring numbers give unrelated trees
     * @return the root
     */
    public static Seed of(long seed) {
        return new Seed(0, 0).absorb(NUMBER, seed, "");
    }

    /**
     * Returns the child with a number for a name.
     *
     * @param index any number
     * @return the child
     */
    public Seed child(long index) {
        return absorb(NUMBER, index, "");
    }

    /**
     * Returns the child with a text for a name.
     *
     * @param name any text
     * @return the child
     */
    public Seed child(String name) {
        return absorb(NAME, name.length(), name);
    }

    /**
     * Creates a generator at the start of this node's stream.
     *
     * @return a new generator: xoshiro256++ from a full 256-bit state
     */
    public UniformRandomProvider generator() {
        long[] state = {
            Mixing.mix(high),
            Mixing.mix(low),
            Mixing.otherMix(high + Mixing.GOLDEN),
            Mixing.otherMix(low + Mixing.GOLDEN)
        };
        return new XoShiRo256PlusPlus(state);
    }

    /**
     * Creates a reader of the numbered streams below this node.
     *
     * @return a new reader, placed at stream 0, index 0
     */
    public NumberedStreams streams() {
        return new NumberedStreams(this);
    }

    /** Absorbs one word, then those of a text, four characters each. */
    private Seed absorb(long kind, long first, String text) {
        long left = high;
        long right = low;
        long word = first;
        for (int i = 0; ; i += 4) {
            left ^= kind;
            left ^= Mixing.mix(right + word * Mixing.GOLDEN + kind);
            right ^= Mixing.otherMix(left + word);
            left ^= Mixing.mix(right + Mixing.GOLDEN);
            right ^= Mixing.otherMix(left + kind);
            if (i >= text.length()) {
                return new Seed(left, right);
            }
            word = 0;
            for (int j = i; j < Math.min(i + 4, text.length()); j++) {
                word = word << 16 | text.charAt(j);
            }
        }
    }

    /**
     * Saves this seed, or loads another, as a field of a state.
     *
     * @param name the name of the field
     * @param fields where it is saved, or loaded from
     * @return this seed when saving, the stored one when loading
     */
    public Seed state(String name, StateFields fields) {
        long[] words = {high, low};
        fields.wholes(name, words);
        return new Seed(words[0], words[1]);
    }
}
