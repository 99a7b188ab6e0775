package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * Sine and cosine of an angle in radians, with the same bits on every machine. Off by at most 0.53 ulp, also where the angle
 * is huge or next to a multiple of π/2.
 *
 * <pre>
 *   x = n·π/2 + r,   |r| ≤ π/4,   r = ±(c + d),   c = j/64,   |d| ≤ 1/128
 *   sin(c + d) = sin c·cos d + cos c·sin d,   cos(c + d) = cos c·cos d − sin c·sin d
 * </pre>
 *
 * <p>r has two parts. Up to 2²⁰ they come from π/2 in four parts (Cody and Waite), beyond from 2/π in 192 bits (Payne and Hanek). sin c and
 * cos c come from a table, those of d from their series; below r = 0.257 the sine is its series to r¹³. Cost: about twice that
 * of {@link Exp}; for an angle beyond 2²⁰ some 10 multiplications of whole numbers more.
 */
@Stability(MAY_CHANGE)
public final class Trigonometric {
    private static final double QUARTERS = 0x1.45f306dc9c883p-1;
    /** π/2 in four parts; n times each of the first three is exact up to 2²⁰ quarter turns. */
    private static final double QUARTER_1 = 0x1.921fb54400000p+0;

    private static final double QUARTER_2 = 0x1.0b4611a600000p-34;
    private static final double QUARTER_3 = 0x1.3198a2e000000p-69;
    private static final double QUARTER_4 = 0x1.b839a252049c1p-104;
    private static final double ROUNDER = 0x1.8p52;

    /** The |x| up to which there is nothing to take away. */
    private static final double EIGHTH_TURN = 0.785;
    /** The |x| up to which four parts of π/2 are enough. */
    private static final double MODERATE = 0x1p20;
    /** The |x| below which sin x is x. */
    private static final double MAX_LINEAR = 0x1p-27;
    /** The first point of the table used for the sine; below, the sum of two parts would lose digits. */
    private static final int FIRST = 17;

    private Trigonometric() {}

    /**
     * Returns sin x.
     *
     * @param x an angle in radians, any double
     * @return sin x; x for ±0, {@code NaN} for ±∞ and {@code NaN}
     */
    public static double sin(double x) {
        double size = Math.abs(x);
        return size < MAX_LINEAR ? x : size < EIGHTH_TURN ? sine(x, 0) : turned(x, 0);
    }

    /**
     * Returns cos x.
     *
     * @param x an angle in radians, any double
     * @return cos x; {@code NaN} for ±∞ and {@code NaN}
     */
    public static double cos(double x) {
        return Math.abs(x) < EIGHTH_TURN ? cosine(x, 0) : turned(x, 1);
    }

    /** Returns sin(x + n·π/2). */
    private static double turned(double x, int n) {
        if (!(Math.abs(x) <= MODERATE)) {
            if (!(Math.abs(x) < Double.POSITIVE_INFINITY)) {
                return Double.NaN;
            }
            QuarterTurns turns = QuarterTurns.of(x);
            return quarter(turns.quarters() + n, turns.high(), turns.low());
        }
        double shifted = x * QUARTERS + ROUNDER;
        double k = shifted - ROUNDER;
        double first = x - k * QUARTER_1;
        double part = k * QUARTER_2;
        double second = first - part;
        double back = first - second;
        double lost = (first - (second + back)) + (back - part);
        part = k * QUARTER_3;
        double third = second - part;
        back = second - third;
        lost += ((second - (third + back)) + (back - part)) - k * QUARTER_4;
        double r = third + lost;
        return quarter((int) Double.doubleToRawLongBits(shifted) + n, r, (third - r) + lost);
    }

    /** Returns sin(n·π/2 + r + low). */
    private static double quarter(int n, double r, double low) {
        double value = (n & 1) == 0 ? sine(r, low) : cosine(r, low);
        return (n & 2) == 0 ? value : -value;
    }

    /** Returns sin(r + low) for |r| ≤ π/4. */
    private static double sine(double r, double low) {
        double size = Math.abs(r);
        int j = (int) (size * 64 + 0.5);
        if (j < FIRST) {
            double rr = r * r;
            double r4 = rr * rr;
            double series = (-1.0 / 6 + rr * (1.0 / 120))
                    + r4
                            * ((-1.0 / 5040 + rr * (1.0 / 362_880))
                                    + r4 * (-1.0 / 39_916_800 + rr * (1.0 / 6_227_020_800.0)));
            return r + (low * (1 - 0.5 * rr) + r * rr * series);
        }
        double d = (size - j * SineTable.STEP) + (r < 0 ? -low : low);
        double dd = d * d;
        double sine = SineTable.TERMS[4 * j];
        double sum = SineTable.TERMS[4 * j + 2] * sineOf(d, dd) + sine * cosineLessOne(dd);
        double value = sine + (SineTable.TERMS[4 * j + 1] + sum);
        return r < 0 ? -value : value;
    }

    /** Returns cos(r + low) for |r| ≤ π/4. */
    private static double cosine(double r, double low) {
        double size = Math.abs(r);
        int j = (int) (size * 64 + 0.5);
        double d = (size - j * SineTable.STEP) + (r < 0 ? -low : low);
        double dd = d * d;
        double cosine = SineTable.TERMS[4 * j + 2];
        double sum = cosine * cosineLessOne(dd) - SineTable.TERMS[4 * j] * sineOf(d, dd);
        return cosine + (SineTable.TERMS[4 * j + 3] + sum);
    }

    /** Returns sin d for |d| ≤ 1/128. */
    private static double sineOf(double d, double dd) {
        return d + d * dd * (-1.0 / 6 + dd * (1.0 / 120 - dd * (1.0 / 5040)));
    }

    /** Returns cos d − 1 for |d| ≤ 1/128. */
    private static double cosineLessOne(double dd) {
        return dd * (-1.0 / 2 + dd * (1.0 / 24 - dd * (1.0 / 720)));
    }
}
