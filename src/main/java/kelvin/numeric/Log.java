package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The natural logarithm, with the same bits on every machine. Off by at most 0.52 ulp.
 *
 * <pre>
 *   ln x = k·ln 2 + ln c + ln(1 + r),   x = 2^k·z,   0.704 ≤ z &lt; 1.408,   r = z/c − 1,   |r| &lt; 2⁻⁷·⁸
 * </pre>
 *
 * <p>1/c and ln c come from a table of 128 ranges of z; r is computed without rounding, in two parts; ln(1 + r) is its series to r⁸,
 * whose remainder is below 2⁻⁶⁵·r. Cost: some 25 multiplications and additions.
 */
@Stability(MAY_CHANGE)
public final class Log {
    private static final long MIN_NORMAL = 0x0010000000000000L;
    private static final long INFINITY = 0x7ff0000000000000L;

    private Log() {}

    /**
     * Returns ln x.
     *
     * @param x any double
     * @return ln x: −∞ for ±0, ∞ for ∞, {@code NaN} below 0 and for {@code NaN}
     */
    public static double of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        if (bits >= MIN_NORMAL && bits < INFINITY) {
            return normal(bits, 0, 0);
        }
        if (x > 0 && bits < MIN_NORMAL) {
            return normal(Double.doubleToRawLongBits(x * 0x1p54), -54, 0);
        }
        return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
    }

    /** Returns ln(2^shift·x) + extra for the bits of a normal x &gt; 0 and a number far smaller than the logarithm. */
    static double normal(long bits, int shift, double extra) {
        long place = bits - LogTable.START;
        int row = 3 * ((int) (place >>> 45) & 127);
        double inverse = LogTable.TERMS[row];
        double k = shift + (int) (place >> 52);
        double z = Double.longBitsToDouble(bits - (place & 0xfff0000000000000L));
        double start = (z + LogTable.ROUNDER) - LogTable.ROUNDER;
        double a = start * inverse - 1;
        double b = (z - start) * inverse;
        double r = a + b;
        double large = k * LogTable.LN2_HIGH + LogTable.TERMS[row + 1];
        double small = k * LogTable.LN2_LOW + LogTable.TERMS[row + 2];
        double sum = large + r;
        double lost = ((large - sum) + r) + (((a - r) + b) + (small + extra));
        return sum + (lost + series(r));
    }

    /** Returns ln(1 + r) − r for |r| &lt; 2⁻⁷·⁸. */
    static double series(double r) {
        double rr = r * r;
        return rr
                * ((-1.0 / 2 + r * (1.0 / 3))
                        + rr * ((-1.0 / 4 + r * (1.0 / 5)) + rr * ((-1.0 / 6 + r * (1.0 / 7)) - rr * (1.0 / 8))));
    }
}
