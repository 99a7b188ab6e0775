package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The power xʸ, with the same bits on every machine. Off by at most 0.53 ulp, so that powers that are doubles are exact.
 *
 * <pre>
 *   xʸ = e^(y·ln x)
 * </pre>
 *
 * <p>ln x has some 68 bits, in two doubles, from the table and the series of {@link Log}; the product with y keeps them, and the
 * exponential takes both parts. Cost: about twice that of {@link Exp}.
 */
@Stability(MAY_CHANGE)
public final class Pow {
    /** The |y| from which on xʸ is 0, 1 or ∞ for every x. */
    private static final double LARGE = 0x1p65;

    private Pow() {}

    /**
     * Returns xʸ.
     *
     * @param x any double
     * @param y any double
     * @return xʸ, in all special cases that of {@link Math#pow}: 1 where y is 0, {@code NaN} where x is negative and y no whole
     *     number, where an argument is {@code NaN}, and for ±1 to the power of ±∞
     */
    public static double of(double x, double y) {
        if (y == 0) {
            return 1;
        }
        double size = Math.abs(x);
        if (x > 0 && size < Double.POSITIVE_INFINITY && Math.abs(y) < LARGE) {
            return positive(x, y);
        }
        if (Double.isNaN(x) || Double.isNaN(y) || (size == 1 && Double.isInfinite(y))) {
            return Double.NaN;
        }
        boolean negative = Double.doubleToRawLongBits(x) < 0;
        if (negative && x != 0 && x > Double.NEGATIVE_INFINITY && y != Math.rint(y)) {
            return Double.NaN;
        }
        double power = size == 0 || size == Double.POSITIVE_INFINITY || Math.abs(y) >= LARGE
                ? (size == 1 ? 1 : size > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0)
                : positive(size, y);
        return negative && isOdd(y) ? -power : power;
    }

    /** Returns xʸ for finite numbers, x above 0. */
    private static double positive(double x, double y) {
        boolean subnormal = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(subnormal ? x * 0x1p54 : x);
        long place = bits - LogTable.START;
        int row = 3 * ((int) (place >>> 45) & 127);
        double inverse = LogTable.TERMS[row];
        double k = (subnormal ? -54 : 0) + (int) (place >> 52);
        double z = Double.longBitsToDouble(bits - (place & 0xfff0000000000000L));
        double start = (z + LogTable.ROUNDER) - LogTable.ROUNDER;
        double a = start * inverse - 1;
        double b = (z - start) * inverse;
        double exact = (k * LogTable.LN2_HIGH + LogTable.TERMS[row + 1]) + a;
        double square = -0.5 * a * a;
        double first = exact + square;
        double second = first + b;
        double lost = (((exact - first) + square) + ((first - second) + b))
                + ((k * LogTable.LN2_LOW + LogTable.TERMS[row + 2]) - b * (a + 0.5 * b) + cubes(a + b));
        double log = second + lost;
        double tail = (second - log) + lost;
        double product = y * log;
        return Exp.of(product, TwoProduct.error(y, log, product) + y * tail);
    }

    /** Returns ln(1 + r) − r + r²/2 for |r| &lt; 2⁻⁷·⁸. */
    private static double cubes(double r) {
        double rr = r * r;
        return r
                * rr
                * ((1.0 / 3 - r * (1.0 / 4))
                        + rr * ((1.0 / 5 - r * (1.0 / 6)) + rr * ((1.0 / 7 - r * (1.0 / 8)) + rr * (1.0 / 9))));
    }

    private static boolean isOdd(double y) {
        return Math.abs(y) < 0x1p53 && ((long) y & 1) == 1 && y == Math.rint(y);
    }
}
