package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The difference eˣ − 1, accurate near 0, with the same bits on every machine. Off by at most 0.54 ulp.
 *
 * <p>From |x| = 0.3 on, 1 is taken from the two parts of eˣ that {@link Exp} adds; below, the series to x¹⁴, whose first two terms are
 * added without rounding. Cost: about that of {@link Exp}.
 */
@Stability(MAY_CHANGE)
public final class Expm1 {
    /** The |x| below which the series is used. */
    private static final double MAX_FOR_SERIES = 0.3;
    /** The |x| below which eˣ − 1 is nearer to x than to any other double. */
    private static final double MAX_LINEAR = 0x1p-54;

    private Expm1() {}

    /**
     * Returns eˣ − 1.
     *
     * @param x any double
     * @return eˣ − 1: x for ±0, −1 for −∞, ∞ above 709.78, {@code NaN} for {@code NaN}
     */
    public static double of(double x) {
        double size = Math.abs(x);
        if (size < MAX_FOR_SERIES) {
            return size < MAX_LINEAR ? x : series(x);
        }
        if (!(size <= Exp.MAX_NORMAL)) {
            return x < 0 ? -1 : Exp.of(x);
        }
        double shifted = Exp.shifted(x);
        int k = Exp.last(shifted);
        double scale = Exp.scale(k);
        double power = Exp.power(k) * scale;
        double rest = Exp.rest(k, Exp.growth(Exp.reduced(x, shifted))) * scale;
        double sum = power - 1;
        double rounded = sum - power;
        double lost = (power - (sum - rounded)) - (1 + rounded);
        return sum + (lost + rest);
    }

    /** Returns x + x²/2 + … + x¹⁴/14! for |x| &lt; 0.3. */
    private static double series(double x) {
        double high = TwoProduct.high(x);
        double square = high * high * 0.5;
        double rest = (x - high) * (x + high) * 0.5;
        double xx = x * x;
        double x4 = xx * xx;
        double first = (1.0 / 6 + x * (1.0 / 24)) + xx * (1.0 / 120 + x * (1.0 / 720));
        double second = (1.0 / 5040 + x * (1.0 / 40_320)) + xx * (1.0 / 362_880 + x * (1.0 / 3_628_800));
        double third = (1.0 / 39_916_800 + x * (1.0 / 479_001_600))
                + xx * (1.0 / 6_227_020_800.0 + x * (1.0 / 87_178_291_200.0));
        double sum = x + square;
        double lost = (x - sum) + square;
        return sum + (lost + (rest + x * xx * (first + x4 * (second + x4 * third))));
    }
}
