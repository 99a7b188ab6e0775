package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.function.DoubleUnaryOperator;
import kelvin.contract.Stability;

/**
 * Root finding by the ITP method: the zero of an increasing function to the last bit, at any scale.
 *
 * @see <a href="https://doi.org/10.1145/3423597">Oliveira and Takahashi (2020), An enhancement of the bisection method
 *     average performance preserving minmax optimality</a>
 */
@Stability(MAY_CHANGE)
public final class Root {
    private Root() {}

    /**
     * Returns where f changes sign in [low, high]: of two neighbouring doubles, the one whose f is nearer 0.
     *
     * <p>The ITP rule (interpolate, truncate, project) over the doubles in their order rather than over the reals: as safe
     * as bisection, so at most 68 evaluations even between ±1.8e308; about 15 where f is smooth and the ends are of one
     * scale, 30 where one of them is 0. Only the sign of f has to be right; f may be infinite.
     *
     * @param increasing f, not decreasing between the ends
     * @param low finite
     * @param high finite, ≥ low
     * @return the root; an end where f does not change sign in between
     */
    public static double find(DoubleUnaryOperator increasing, double low, double high) {
        double below = increasing.applyAsDouble(low);
        double above = increasing.applyAsDouble(high);
        if (below >= 0 || above <= 0) {
            return below >= 0 ? low : high;
        }
        long a = order(low);
        long b = order(high);
        double curvature = 0.2 / width(a, b);
        double reach = 2 * Math.scalb(1.0, Math.getExponent(width(a, b)) + 1);
        while (b - 1 != a) {
            reach /= 2;
            long x = next(a, b, -below / (above - below), curvature, reach);
            double f = increasing.applyAsDouble(number(x));
            if (f == 0) {
                return number(x);
            }
            if (f < 0) {
                a = x;
                below = f;
            } else {
                b = x;
                above = f;
            }
        }
        return -below < above ? number(a) : number(b);
    }

    /** Interpolates, moves the point towards the middle, and keeps it so near the middle that no bisection is lost. */
    private static long next(long a, long b, double share, double curvature, double reach) {
        double width = width(a, b);
        double fromMiddle = (share - 0.5) * width;
        double truncated = Math.abs(fromMiddle) - curvature * width * width;
        double allowed = Math.min(truncated, reach - width / 2);
        if (!(allowed > 0)) {
            return middle(a, b);
        }
        long x = middle(a, b) + (long) Math.copySign(allowed, fromMiddle);
        return Math.max(a + 1, Math.min(b - 1, x));
    }

    private static double width(long a, long b) {
        return (double) b - (double) a;
    }

    private static long middle(long a, long b) {
        return (a & b) + ((a ^ b) >> 1);
    }

    /** Returns the place of a number among all doubles: neighbours differ by 1, and both zeros are 0. */
    private static long order(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private static double number(long order) {
        return Double.longBitsToDouble(order < 0 ? Long.MIN_VALUE - order : order);
    }
}
