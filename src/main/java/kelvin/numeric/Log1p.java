package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The logarithm ln(1 + x), accurate near 0, with the same bits on every machine. Off by at most 0.53 ulp.
 *
 * <pre>
 *   ln(1 + x) = ln u + c/u,   u + c = 1 + x without rounding
 * </pre>
 *
 * <p>ln u as in {@link Log}, c/u added before its last rounding; for |x| &lt; 2⁻⁹ the series to x⁸. Cost: that of {@link Log} and
 * a division.
 */
@Stability(MAY_CHANGE)
public final class Log1p {
    /** The largest |x| at which the series alone is accurate. */
    private static final double MAX_FOR_SERIES = 0x1p-9;

    private Log1p() {}

    /**
     * Returns ln(1 + x).
     *
     * @param x any double
     * @return ln(1 + x): x for ±0 and for ∞, −∞ for −1, {@code NaN} below −1 and for {@code NaN}
     */
    public static double of(double x) {
        if (Math.abs(x) < MAX_FOR_SERIES) {
            return x + Log.series(x);
        }
        if (x > -1 && x < Double.POSITIVE_INFINITY) {
            double u = 1 + x;
            double rounded = u - x;
            double c = (x - (u - rounded)) + (1 - rounded);
            return Log.normal(Double.doubleToRawLongBits(u), 0, c / u);
        }
        return x == -1 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
    }
}
