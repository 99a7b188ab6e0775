package kelvin.model.feature;

import java.util.Comparator;
import java.util.List;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.numeric.DecimalText;
import org.jspecify.annotations.Nullable;

/** Values of observations read as numbers or categories. */
final class Cells {
    private static final int MAX_QUOTED_CHARACTERS = 60;

    /** Orders categories: as numbers where both are, else as texts. */
    static final Comparator<String> ORDER = Cells::compare;

    private Cells() {}

    /** Returns whether a value is missing: null, or text without a visible character. */
    static boolean missing(@Nullable Object value) {
        return value == null
                || (value instanceof CharSequence text && text.toString().isBlank());
    }

    /** Returns a copy of the names that a part of a feature map is given, after checking that none stands there twice. */
    static List<String> columns(List<String> names) {
        boolean distinct = names.stream().distinct().count() == names.size();
        Require.that(distinct, "columns", names, "all different: a column twice is one feature that counts twice");
        return List.copyOf(names);
    }

    /** Returns whether a text is a finite number. */
    static boolean isNumber(String text) {
        return Double.isFinite(parsed(text));
    }

    private static double parsed(String text) {
        return DecimalText.finite(text.strip());
    }

    private static int compare(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? Comparator.<String>comparingDouble(Cells::parsed)
                        .thenComparing(Comparator.naturalOrder())
                        .compare(one, other)
                : one.compareTo(other);
    }

    /**
     * Reads a value as a number.
     *
     * @return the number; NaN where the value is missing
     * @throws InvalidValue if it is something else
     */
    static double number(Observation seen, String column) {
        Object value = seen.value(column);
        if (missing(value)) {
            return Double.NaN;
        }
        double number = value instanceof Number n
                ? n.doubleValue()
                : value instanceof Boolean truth ? (truth ? 1 : 0) : parsed(String.valueOf(value));
        if (!Double.isFinite(number)) {
            boolean blank = show(value).matches("(?i)'(nan|n/?a|null|none)'");
            throw wrong(seen, column, show(value), "a finite number" + (blank ? ", or empty where it is missing" : ""));
        }
        return number;
    }

    /**
     * Reads a value as a category. A number without a fraction is the same category whatever its Java type.
     *
     * @return the category; empty where the value is missing
     * @throws InvalidValue if it is neither text, nor a number, nor a truth value
     */
    static String category(Observation seen, String column) {
        Object value = seen.value(column);
        if (value == null || missing(value)) {
            return "";
        } else if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            boolean whole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
            return whole ? Long.toString((long) number) : value.toString();
        } else if (value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>) {
            return value.toString();
        }
        throw wrong(seen, column, show(value), "text, a number or a truth value");
    }

    /** Returns the error for a value, which is known by its name alone or stands somewhere in data. */
    private static InvalidValue wrong(Observation seen, String column, String found, String allowed) {
        String place = seen.place(column);
        return place.equals(column) ? new InvalidValue(column, found, allowed) : InvalidValue.at(place, found, allowed);
    }

    static InvalidValue missing(Observation seen, String column, String type) {
        return wrong(seen, column, "missing", type + ", or the option missing: zero or missing: flag given");
    }

    static InvalidValue huge(Observation seen, String column, double number) {
        return wrong(
                seen,
                column,
                String.valueOf(number),
                "at most 5.2e151 in size, for its square to be finite: use Numeric with a scale");
    }

    static InvalidValue unknown(Observation seen, String column, List<String> known) {
        return wrong(
                seen,
                column,
                show(seen.value(column)),
                "among " + shorten(String.join(", ", known)) + ", or the option unknown: zero or unknown: flag given");
    }

    static String show(@Nullable Object value) {
        return value instanceof CharSequence ? "'" + shorten(value.toString()) + "'" : shorten(String.valueOf(value));
    }

    private static String shorten(String text) {
        String line = text.replaceAll("[\\n\\r\\t]", " ");
        return line.length() <= MAX_QUOTED_CHARACTERS ? line : line.substring(0, MAX_QUOTED_CHARACTERS) + "…";
    }
}
