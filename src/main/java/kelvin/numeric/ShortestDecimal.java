package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.math.BigInteger;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * Writes doubles as the shortest decimals that are read back to the same bits, with the same text on every JDK.
 *
 * <p>The text is the one that {@link Double#toString(double)} is specified to give since JDK 19; earlier ones may give a digit
 * more, or not the nearest of several decimals of one length. Among all decimals that round to the number, those with the fewest
 * digits are taken (a decimal of one digit counts as one of two), and of these the nearest; of two that are equally near, the one
 * whose last digit is even. Plain notation from 10⁻³ up to below 10⁷, computerised scientific notation elsewhere.
 *
 * <p>Cost: three multiplications of 64 by 126 bits and one text; the first number of each decimal exponent also computes a power of
 * ten.
 *
 * @implNote The interval of the decimals that round to c·2<sup>q</sup> is scaled by 10<sup>−k</sup>, k being the exponent that
 *     makes it between 1 and 10 units wide; a multiple of 10 units inside it is shorter, and otherwise one of the two whole numbers
 *     around the scaled value is the answer. The scaled ends are held with two further bits and a sticky bit, for which a power of
 *     ten of 126 bits is enough (R. Giulietti's Schubfach).
 * @see <a href="https://bugs.openjdk.org/browse/JDK-4511638">JDK-4511638</a>, which describes the faults of the earlier method
 */
@Stability(MAY_CHANGE)
public final class ShortestDecimal {
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final int BIAS = 1075;
    private static final double LOG10_OF_2 = 0.301029995663981195;
    private static final double LOG2_OF_10 = 3.321928094887362348;
    private static final double LOG10_OF_3_4 = -0.124938736608299953;
    private static final int POWER_BITS = 126;
    private static final int SMALLEST_POWER = -292;
    private static final @Nullable Power[] POWERS = new Power[617];

    private ShortestDecimal() {}

    /**
     * Writes a double as the shortest decimal.
     *
     * @param x any number; ±∞ is {@code Infinity} or {@code -Infinity}, {@code NaN} is {@code NaN}, −0 is {@code -0.0}
     * @return its text
     */
    public static String text(double x) {
        return append(new StringBuilder(24), x).toString();
    }

    /**
     * Appends the shortest decimal of a double to a text.
     *
     * @param out receives the text
     * @param x any number, as for {@link #text}
     * @return {@code out}
     */
    public static StringBuilder append(StringBuilder out, double x) {
        if (!Double.isFinite(x)) {
            return out.append(x);
        }
        long bits = Double.doubleToRawLongBits(x);
        if (bits < 0) {
            out.append('-');
        }
        int exponent = (int) (bits >>> FRACTION_BITS) & 0x7ff;
        long fraction = bits & FRACTION;
        if (exponent > 0) {
            return normal(out, fraction | (FRACTION + 1), exponent - BIAS, fraction == 0 && exponent > 1);
        }
        return fraction == 0 ? out.append("0.0") : subnormal(out, fraction);
    }

    private static StringBuilder normal(StringBuilder out, long c, int q, boolean powerOfTwo) {
        int k = (int) Math.floor(powerOfTwo ? q * LOG10_OF_2 + LOG10_OF_3_4 : q * LOG10_OF_2);
        return decimal(out, shortest(c, q, k, powerOfTwo), k);
    }

    /**
     * Writes a subnormal number: below three units of the last place a decimal has fewer than two digits, so one more
     * is looked for.
     */
    private static StringBuilder subnormal(StringBuilder out, long c) {
        int q = 1 - BIAS;
        int k = (int) Math.floor(q * LOG10_OF_2);
        return c < 3 ? decimal(out, shortest(10 * c, q, k, false), k - 1) : decimal(out, shortest(c, q, k, false), k);
    }

    /** Finds the significand of the shortest decimal of c·2^q, in units of 10^k. */
    private static long shortest(long c, int q, int k, boolean powerOfTwo) {
        Power power = power(-k);
        int h = q + (int) Math.floor(-k * LOG2_OF_10) + 2;
        long four = 4 * c;
        long value = power.times(four << h);
        long low = power.times((four - (powerOfTwo ? 1 : 2)) << h) + (c & 1); // the ends belong to even c only
        long high = power.times((four + 2) << h) - (c & 1);
        long s = value >> 2;
        if (s >= 100) {
            long under = s / 10 * 10;
            boolean below = low <= 4 * under;
            boolean above = 4 * (under + 10) <= high;
            if (below != above) {
                return below ? under : under + 10;
            }
        }
        boolean below = low <= 4 * s;
        boolean above = 4 * (s + 1) <= high;
        if (below != above) {
            return below ? s : s + 1;
        }
        long toTheMiddle = value - 2 * (2 * s + 1);
        return toTheMiddle < 0 || (toTheMiddle == 0 && (s & 1) == 0) ? s : s + 1;
    }

    private static StringBuilder decimal(StringBuilder out, long significand, int exponent) {
        int end = out.length();
        out.append(significand);
        int digits = out.length() - end;
        int last = out.length();
        while (last > end + 1 && out.charAt(last - 1) == '0') {
            last--;
        }
        out.setLength(last);
        int point = exponent + digits; // the number is 0.d₁d₂… · 10^point
        if (point > 7 || point < -2) {
            return scientific(out, end, point - 1);
        }
        return plain(out, end, point);
    }

    private static StringBuilder scientific(StringBuilder out, int start, int exponent) {
        out.insert(start + 1, '.');
        if (out.length() == start + 2) {
            out.append('0');
        }
        return out.append('E').append(exponent);
    }

    private static StringBuilder plain(StringBuilder out, int start, int point) {
        if (point <= 0) {
            return out.insert(start, "0.00", 0, 2 - point);
        }
        int digits = out.length() - start;
        if (digits <= point) {
            return out.append("0".repeat(point - digits)).append(".0");
        }
        return out.insert(start + point, '.');
    }

    private static Power power(int exponent) {
        Power known = POWERS[exponent - SMALLEST_POWER];
        if (known == null) {
            known = Power.of(exponent); // two threads may both compute it: the same
            POWERS[exponent - SMALLEST_POWER] = known;
        }
        return known;
    }

    /** A power of ten times a power of two, rounded up to a whole number of 126 bits: high · 2⁶³ + low. */
    private record Power(long high, long low) {
        private static final long LOWER_HALF = 0xFFFF_FFFFL;

        static Power of(int exponent) {
            int scale = POWER_BITS - 1 - (int) Math.floor(exponent * LOG2_OF_10);
            BigInteger ten = BigInteger.TEN.pow(Math.abs(exponent));
            BigInteger whole = exponent >= 0
                    ? scale >= 0 ? ten.shiftLeft(scale) : ten.shiftRight(-scale)
                    : BigInteger.ONE.shiftLeft(scale).divide(ten);
            BigInteger rounded = whole.add(BigInteger.ONE);
            return new Power(rounded.shiftRight(63).longValueExact(), rounded.longValue() & Long.MAX_VALUE);
        }

        /** Multiplies by x and by 2⁻¹²⁷; the last bit of the result is set if anything was cut off. */
        long times(long x) {
            long middle = high * x;
            long rest = (middle >>> 1) + upper(low, x);
            long whole = upper(high, x) + (rest >>> 63);
            return whole | ((rest & Long.MAX_VALUE) + Long.MAX_VALUE) >>> 63;
        }

        /** Returns the upper half of the product of two numbers not below 0: {@code Math.multiplyHigh}, which browsers lack. */
        private static long upper(long a, long b) {
            long upperOfA = a >>> 32;
            long upperOfB = b >>> 32;
            long lowerOfA = a & LOWER_HALF;
            long lowerOfB = b & LOWER_HALF;
            long first = upperOfA * lowerOfB + ((lowerOfA * lowerOfB) >>> 32);
            long second = lowerOfA * upperOfB + (first & LOWER_HALF);
            return upperOfA * upperOfB + (first >>> 32) + (second >>> 32);
        }
    }
}
