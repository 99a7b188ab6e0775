package kelvin.chart.style;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * The ends of an axis that a user sets.
 *
 * @param low the lower end; {@code NaN} for that of the data
 * @param high the upper end; {@code NaN} for that of the data
 */
@Stability(MAY_CHANGE)
public record Limits(double low, double high) {
    /** No limits. */
    public static final Limits NONE = new Limits(Double.NaN, Double.NaN);

    private static final String NUMBER = "([-−]?\\d{1,15}(?:\\.\\d{1,15})?(?:[eE][-+]?\\d{1,2})?)?";
    private static final Pattern RANGE = Pattern.compile(NUMBER + " ?\\.\\. ?" + NUMBER);

    /**
     * Parses limits.
     *
     * @param name the name of the option
     * @param text two numbers {@code a..b}, of which one may be left out
     * @return the limits
     * @throws InvalidValue if they are none, or not in ascending order
     */
    static Limits of(String name, String text) {
        Matcher range = RANGE.matcher(text);
        String allowed = "two numbers a..b with a below b, of which one may be left out";
        Require.that(range.matches() && text.length() > 2, name, "'" + text + "'", allowed);
        Limits limits = new Limits(number(range.group(1)), number(range.group(2)));
        Require.that(!(limits.low >= limits.high), name, text, allowed);
        return limits;
    }

    private static double number(@Nullable String text) {
        return text == null || text.isEmpty() ? Double.NaN : Double.parseDouble(text.replace('−', '-'));
    }

    /** Returns the lower limit, or what is given where there is none. */
    public double lowOr(double data) {
        return Double.isNaN(low) ? data : low;
    }

    /** Returns the upper limit, or what is given where there is none. */
    public double highOr(double data) {
        return Double.isNaN(high) ? data : high;
    }
}
