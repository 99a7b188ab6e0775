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
    /** The smallest p-value that is printed as a number. */
    private static final double SMALLEST_P = 0.001;

    /** Stands for a number of decimals that no error decides. */
    private static final int UNKNOWN_DIGITS = Integer.MIN_VALUE;

    /** The largest number of decimals written. */
    private static final int MAX_DECIMALS = 9;

    /** The significant digits of a number that was given. */
    private static final int SIGNIFICANT_DIGITS = 7;

    /** The size below which numbers may be written in powers of ten. */
    private static final double MIN_PLAIN = 1e-4;

    /** The size from which numbers are written in powers of ten. */
    private static final double MIN_IN_POWERS = 1e9;

    /**
     * Returns as many decimals as show two digits of an error.
     *
     * @param standardError the error of the numbers to be shown; 2 decimals, or digits, where it is 0 or {@code NaN}
     * @return the decimals
     */
    public static Decimals of(double standardError) {
        return new Decimals(
                standardError > 0 && standardError < Double.POSITIVE_INFINITY
                        ? 1 - exponent(standardError)
                        : UNKNOWN_DIGITS);
    }

    /**
     * Returns a number in these decimals, at most {@value #MAX_DECIMALS}, the same in every locale.
     *
     * @param x any number
     * @return its text, with a minus sign proper; a dash for {@code NaN}
     */
    public String text(double x) {
        if (Double.isNaN(x)) {
            return "–";
        } else if (Double.isInfinite(x)) {
            return x < 0 ? "−∞" : "∞";
        }
        double size = Math.abs(x);
        boolean powers = size >= MIN_IN_POWERS
                || (size > 0 && size < MIN_PLAIN && (digits > MAX_DECIMALS || digits == UNKNOWN_DIGITS));
        int wanted = digits != UNKNOWN_DIGITS ? digits : powers ? 2 - exponent(size) : 2;
        int shown = Math.max(0, Math.min(MAX_DECIMALS, powers ? wanted + exponent(size) : wanted));
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
        BigDecimal rounded =
                new BigDecimal(x).round(new MathContext(SIGNIFICANT_DIGITS)).stripTrailingZeros();
        boolean plain = Math.abs(x) < MIN_IN_POWERS && rounded.scale() <= MAX_DECIMALS + 2;
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
        return p < SMALLEST_P ? pText(p) : "= " + pText(p);
    }

    /**
     * Formats a p-value by itself, as a cell of a table.
     *
     * @param p in [0, 1]
     * @return such as {@code < 0.001} or {@code 0.023}
     */
    public static String pText(double p) {
        return p < SMALLEST_P ? "< 0.001" : new Decimals(p < 0.1 ? 3 : 2).text(p);
    }

    private static int exponent(double size) {
        BigDecimal exact = new BigDecimal(size);
        return exact.precision() - exact.scale() - 1;
    }
}
