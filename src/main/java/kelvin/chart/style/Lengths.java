package kelvin.chart.style;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;

/** Lengths as a user writes them, in points. */
final class Lengths {
    static final double POINTS_PER_INCH = 72;

    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?(in|cm|mm|px|pt)");
    private static final Map<String, Double> POINTS = Map.of(
            "in", POINTS_PER_INCH, "cm", POINTS_PER_INCH / 2.54, "mm", POINTS_PER_INCH / 25.4, "px", 0.75, "pt", 1.0);

    private Lengths() {}

    /**
     * Parses a length.
     *
     * @param name the name of the option
     * @param text the length, for example {@code 3.25in}
     * @param least the least number of points allowed
     * @param most the largest number of points allowed
     * @return points
     * @throws InvalidValue if it is none, or outside its range
     */
    static double points(String name, String text, double least, double most) {
        Matcher length = LENGTH.matcher(text);
        boolean known = length.matches();
        Require.that(known, name, "'" + text + "'", "a number with a unit in, cm, mm, px or pt, such as 3.25in");
        double points = Double.parseDouble(length.group(1)) * POINTS.getOrDefault(length.group(2), 1.0);
        Require.that(
                points >= least - 1e-9 && points <= most + 1e-9,
                name,
                text,
                "between " + in(least, length.group(2)) + " and " + in(most, length.group(2)));
        return points;
    }

    /** Returns a length in a unit, to two decimals. */
    static String in(double points, String unit) {
        return new BigDecimal(points / POINTS.getOrDefault(unit, 1.0))
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                + unit;
    }
}
