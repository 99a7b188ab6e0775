package kelvin.chart.axis;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Locale;
import kelvin.chart.layout.AxisRange;
import kelvin.contract.Stability;

/**
 * The axis of a swept parameter: logarithmic where its positive values span a decade, else linear.
 *
 * @param least the least value
 * @param most the largest value
 */
@Stability(MAY_CHANGE)
public record SweepAxis(double least, double most) {
    private static final double DECADE = 10;

    /** Returns the axis of some values, at least one. */
    public static SweepAxis of(double[] values) {
        double least = values[0];
        double most = values[0];
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new SweepAxis(least, most);
    }

    /** Returns true if equal ratios are equally long. */
    public boolean logarithmic() {
        return least > 0 && most >= DECADE * least;
    }

    /** Returns the left end, somewhat below the least value. */
    public double start() {
        return logarithmic() ? least / Math.pow(most / least, 0.03) : least - air();
    }

    /** Returns the right end, somewhat above the largest value. */
    public double end() {
        return logarithmic() ? most * Math.pow(most / least, 0.03) : most + air();
    }

    private double air() {
        return most > least ? 0.03 * (most - least) : 0.5;
    }

    /** Returns the range from the start to the end. */
    public AxisRange range() {
        return new AxisRange(start(), end(), logarithmic());
    }

    /** Formats a value in few digits: 0.001, 0.25, 16, 1e+06. */
    public static String text(double x) {
        String text = String.format(Locale.ROOT, "%.3g", x);
        if (text.contains("e")) {
            return text.replaceFirst("\\.?0*e", "e");
        }
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
