package kelvin.chart;

import java.util.Locale;
import kelvin.chart.layout.ChartTheme;
import org.knowm.xchart.style.XYStyler;

/**
 * The axis of a swept parameter: logarithmic where its positive values span a decade, else linear.
 *
 * @param least the least value
 * @param most the largest value
 */
record SweepAxis(double least, double most) {
    private static final double DECADE = 10;

    static SweepAxis of(double[] values) {
        double least = values[0];
        double most = values[0];
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new SweepAxis(least, most);
    }

    boolean logarithmic() {
        return least > 0 && most >= DECADE * least;
    }

    double start() {
        return logarithmic() ? least / Math.pow(most / least, 0.03) : least - air();
    }

    double end() {
        return logarithmic() ? most * Math.pow(most / least, 0.03) : most + air();
    }

    private double air() {
        return most > least ? 0.03 * (most - least) : 0.5;
    }

    void applyTo(ChartTheme theme, XYStyler style, int width) {
        style.setXAxisMin(start()).setXAxisMax(end());
        if (logarithmic()) {
            style.setXAxisLogarithmic(true).setXAxisLogarithmicDecadeOnly(true);
            style.setXAxisTickLabelsFormattingFunction(SweepAxis::text);
        } else {
            style.setXAxisDecimalPattern(theme.decimals(start(), end()));
            style.setXAxisTickMarkSpacingHint(width / 8);
        }
    }

    /** Formats a value in few digits: 0.001, 0.25, 16, 1e+06. */
    static String text(double x) {
        String text = String.format(Locale.ROOT, "%.3g", x);
        if (text.contains("e")) {
            return text.replaceFirst("\\.?0*e", "e");
        }
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
