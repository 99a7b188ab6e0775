package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import kelvin.contract.Stability;

/**
 * The number of decimals with which a number is written; very small and very large numbers are written in powers of
 * ten.
 *
 * @param digits decimals; {@code Integer.MIN_VALUE} where no error says how many
 */
@Stability(MAY_CHANGE)
public record Decimals(int digits) {
    private static final int UNKNOWN = Integer.MIN_VALUE;
    private static final int MOST = 9;
    private static final int DIGITS = 7;
    private static final double SMALL = 1e-4;
    private static final double LARGE = 1e9;

    /**
     * Returns as many decimals as show two digits of an error.
     *
     * @param standardError the error of the numbers to be shown; 2 decimals, or digits, where it is 0 or {@code NaN}
     * @return the decimals
     */
    public static Decimals of(double standardError) {
        return new Decimals(
                standardError > 0 && standardError < Double.POSITIVE_INFINITY ? 1 - exponent(standardError) : UNKNOWN);
    }

    /**
     * Returns a number in these decimals, at most {@value #MOST}, the same in every locale.
     *
     * @param x any number
     * @return its text, with a minus sign proper; {@code ?} for {@code NaN}
     */
    public String text(double x) {
        if (Double.isNaN(x)) {
            return "?";
        } else if (Double.isInfinite(x)) {
            return x < 0 ? "−∞" : "∞";
        }
        double size = Math.abs(x);
        boolean powers = size >= LARGE || (size > 0 && size < SMALL && (digits > MOST || digits == UNKNOWN));
        int wanted = digits != UNKNOWN ? digits : powers ? 2 - exponent(size) : 2;
        int shown = Math.max(0, Math.min(MOST, powers ? wanted + exponent(size) : wanted));
        String text = String.format(Locale.ROOT, "%." + shown + (powers ? "e" : "f"), x);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /**
     * Returns an interval in these decimals.
     *
     * @param low its lower end
     * @param high its upper end
     * @return both ends; {@code –} where they are the same or unknown: values that are all equal do not show how far off their mean may be
     */
    public String interval(double low, double high) {
        return low < high ? text(low) + " … " + text(high) : "–";
    }

    /**
     * Returns a number that was given, such as a value on an axis, in full.
     *
     * @param x a finite number
     * @return its first seven digits, without zeros at the end
     */
    public static String value(double x) {
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(DIGITS)).stripTrailingZeros();
        boolean plain = Math.abs(x) < LARGE && rounded.scale() <= MOST + 2;
        String text = plain ? rounded.toPlainString() : rounded.toString().replace('E', 'e');
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /**
     * Returns a p-value as it follows its letter: {@code < 0.001}, {@code = 0.012}, {@code = 0.34}.
     *
     * @param p in [0, 1]
     * @return relation and number
     */
    public static String pValue(double p) {
        return p < 0.001 ? "< 0.001" : "= " + new Decimals(p < 0.1 ? 3 : 2).text(p);
    }

    private static int exponent(double size) {
        return (int) Math.floor(StrictMath.log10(size));
    }
}
