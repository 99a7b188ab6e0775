package kelvin.random;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A generator that can be placed, in a few nanoseconds, at the start of a short stream named by two numbers.
 *
 * <p>A million arms need no million generators: before the n-th reward of arm a is drawn, the one generator is placed at
 * {@code (a, n)}, and whatever the sampler then consumes belongs to that reward alone. Used by one thread at a time.
 *
 * @implNote SplitMix64 whose 64-bit state is hashed from (seed, stream, index): one half of the seed is added before, the other
 *     after the mixing of a linear combination of stream and index. A stream is meant for one draw, some few words:
 *     all streams lie on one cycle of 2⁶⁴, where n of them of w words overlap in about n²·w/2⁶⁴ places, which is 10⁻⁵ for
 *     ten million rewards.
 */
@Stability(STABLE)
public final class NumberedStreams implements UniformRandomProvider {
    /** With {@link Mixing#GOLDEN}, two places give the same sum only where streams or indices differ by 3.3·10⁹ or more. */
    private static final long STREAM_STEP = 0xd1342543de82ef95L;

    private final long high;
    private final long low;
    private long state;

    NumberedStreams(Seed seed) {
        high = seed.high();
        low = seed.low();
        place(0, 0);
    }

    /**
     * Moves to the start of a stream.
     *
     * @param stream the stream, for example an arm
     * @param index the place in it, for example how often that arm was pulled before
     */
    public void place(long stream, long index) {
        state = Mixing.mix(low + stream * STREAM_STEP + index * Mixing.GOLDEN) ^ high;
    }

    @Override
    public long nextLong() {
        state += Mixing.GOLDEN;
        return Mixing.mix(state);
    }
}
