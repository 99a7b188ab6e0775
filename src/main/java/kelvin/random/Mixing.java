package kelvin.random;

/**
 * Avalanche mixers: bijections of 64-bit words that flip half the output bits for any changed input bit, from which
 * every seed is made.
 */
final class Mixing {
    /** 2⁶⁴/φ, odd: the Weyl increment of SplitMix64. */
    static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Mixing() {}

    /** Applies Stafford's variant 13, the finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Applies the finaliser of MurmurHash3, a second function that shares no constants with {@link #mix}. */
    static long otherMix(long z) {
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
