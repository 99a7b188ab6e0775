package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The hyperbolic tangent, with the same bits on every machine. Off by at most 0.54 ulp.
 *
 * <pre>
 *   tanh x = (e²ˣ − 1)/(e²ˣ + 1)
 * </pre>
 *
 * <p>Numerator, denominator and quotient have two parts each, those of e²ˣ from {@link Exp}; below |x| = 0.15 the
 * series to x¹⁷. Cost: about twice that of {@link Exp}.
 */
@Stability(MAY_CHANGE)
public final class Tanh {
    /** The |x| below which the series is used. */
    private static final double MAX_FOR_SERIES = 0.15;
    /** The |x| from which on tanh x is nearer to ±1 than to any other double. */
    private static final double ONE = 19.1;

    private Tanh() {}

    /**
     * Returns tanh x.
     *
     * @param x any double
     * @return tanh x, in [−1, 1]; x for ±0, {@code NaN} for {@code NaN}
     */
    public static double of(double x) {
        double size = Math.abs(x);
        if (size < MAX_FOR_SERIES) {
            return series(x);
        }
        return size < ONE ? Math.copySign(quotient(2 * size), x) : Double.isNaN(x) ? x : Math.copySign(1, x);
    }

    /** Returns (eʸ − 1)/(eʸ + 1) for 0.3 ≤ y &lt; 39. */
    private static double quotient(double y) {
        double shifted = Exp.shifted(y);
        int k = Exp.last(shifted);
        double scale = Exp.scale(k);
        double power = Exp.power(k) * scale;
        double rest = Exp.rest(k, Exp.growth(Exp.reduced(y, shifted))) * scale;
        double less = power - 1;
        double more = power + 1;
        double top = less + rest;
        double topLow = ((power - less) - 1) + ((less - top) + rest);
        double bottom = more + rest;
        double bottomLow = ((power - more) + 1) + ((more - bottom) + rest);
        double inverse = 1 / bottom;
        double first = TwoProduct.high(top * inverse);
        double high = TwoProduct.high(bottom);
        double left = ((top - first * high) - first * (bottom - high)) + (topLow - first * bottomLow);
        return first + left * inverse;
    }

    /** Returns x − x³/3 + … + 6404582·x¹⁷/10854718875 for |x| &lt; 0.15. */
    private static double series(double x) {
        double xx = x * x;
        double x4 = xx * xx;
        double first = (-1.0 / 3 + xx * (2.0 / 15)) + x4 * (-17.0 / 315 + xx * (62.0 / 2835));
        double second = (-1382.0 / 155_925 + xx * (21_844.0 / 6_081_075))
                + x4 * (-929_569.0 / 638_512_875 + xx * (6_404_582.0 / 10_854_718_875.0));
        return x + x * (xx * (first + x4 * x4 * second));
    }
}
