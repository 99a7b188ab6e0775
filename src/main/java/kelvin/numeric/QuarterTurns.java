package kelvin.numeric;

/**
 * A large angle as quarter turns and a remainder: x = n·π/2 + high + low, |high + low| ≤ π/4 (Payne and Hanek 1983).
 *
 * <p>Of the bits of 2/π only the 192 count that begin where whole turns end; their product with the 53 bits of x is off by less
 * than 2⁻¹³⁷ quarter turns, and no double comes nearer than 2⁻⁶² to a multiple of π/2.
 *
 * @param quarters n mod 4, in its last two bits
 * @param high the remainder in radians, rounded
 * @param low the rest of the remainder
 */
record QuarterTurns(int quarters, double high, double low) {
    /** π/2 in two parts. */
    private static final double QUARTER_HIGH = 0x1.921fb54442d18p+0;

    private static final double QUARTER_LOW = 0x1.1a62633145c07p-54;

    /** 64 zeros and the first 1216 bits of 2/π behind the point. */
    static final long[] INVERSE = {
        0x0000000000000000L, 0xa2f9836e4e441529L, 0xfc2757d1f534ddc0L, 0xdb6295993c439041L,
        0xfe5163abdebbc561L, 0xb7246e3a424dd2e0L, 0x06492eea09d1921cL, 0xfe1deb1cb129a73eL,
        0xe88235f52ebb4484L, 0xe99c7026b45f7e41L, 0x3991d639835339f4L, 0x9c845f8bbdf9283bL,
        0x1ff897ffde05980fL, 0xef2f118b5a0a6d1fL, 0x6d367ecf27cb09b7L, 0x4f463f669e5fea2dL,
        0x7527bac7ebe5f17bL, 0x3d0739f78a5292eaL, 0x6bfb5fb11f8d5d08L, 0x56033046fc7b6babL
    };

    /** Returns the quarter turns of a finite angle from 2²⁰ on. */
    static QuarterTurns of(double x) {
        int place = Math.getExponent(x) - 52 + 62;
        long m = (Double.doubleToRawLongBits(x) & 0x000fffffffffffffL) | 0x0010000000000000L;
        long w0 = word(place);
        long w1 = word(place + 64);
        long w2 = word(place + 128);
        long carried = highProduct(m, w2);
        long p2 = m * w2;
        long p1 = m * w1 + carried;
        long p0 = m * w0 + highProduct(m, w1) + (Long.compareUnsigned(p1, carried) < 0 ? 1 : 0);
        long high = (p0 << 2) | (p1 >>> 62);
        long low = (p1 << 2) | (p2 >>> 62);
        boolean above = high < 0;
        int quarters = (int) (p0 >>> 62) + (above ? 1 : 0);
        return remainder(
                quarters, above ? ~high + (low == 0 ? 1 : 0) : high, above ? -low : low, above != x < 0, x < 0);
    }

    /** Returns the angle of a fraction of a quarter turn that is given in 128 bits and without its sign. */
    private static QuarterTurns remainder(int quarters, long high, long low, boolean negative, boolean backwards) {
        int zeros = Long.numberOfLeadingZeros(high);
        long first = (high << zeros) | (low >>> 1 >>> (63 - zeros));
        long second = low << zeros;
        double fraction = (first >>> 11) * 0x1p-53;
        double rest = (((first & 0x7ff) << 42) | (second >>> 22)) * 0x1p-106;
        double product = fraction * QUARTER_HIGH;
        double tail =
                TwoProduct.error(fraction, QUARTER_HIGH, product) + (fraction * QUARTER_LOW + rest * QUARTER_HIGH);
        double angle = product + tail;
        double scale = Double.longBitsToDouble((1023L - zeros) << 52) * (negative ? -1 : 1);
        return new QuarterTurns(backwards ? -quarters : quarters, angle * scale, ((product - angle) + tail) * scale);
    }

    /** Returns 64 bits of the table from a place on. */
    private static long word(int place) {
        int i = place >> 6;
        int shift = place & 63;
        return (INVERSE[i] << shift) | (INVERSE[i + 1] >>> 1 >>> (63 - shift));
    }

    /** Returns the first 64 bits of the product of a number below 2⁶³ and one taken as unsigned. */
    private static long highProduct(long m, long word) {
        return Math.multiplyHigh(m, word) + (word < 0 ? m : 0);
    }
}
