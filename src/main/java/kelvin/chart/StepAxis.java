package kelvin.chart;

import org.knowm.xchart.style.XYStyler;

/**
 * The axis of steps: linear from 0 to a horizon of up to 1000, where the first steps can still be told apart, and
 * logarithmic from 1 above, where most of what learners differ in would be squeezed into the left edge.
 *
 * @param horizon the last step, at least 1
 */
record StepAxis(long horizon) {
    private static final int TICK_SPACING = 70;

    boolean logarithmic() {
        return horizon > 1000;
    }

    /** The least step shown: a linear axis starts before the first step. */
    double start() {
        return logarithmic() ? 1 : 0;
    }

    /** Where a step lies, from 0 at the start to 1 at the horizon. */
    double place(double step) {
        return logarithmic() ? Math.log(step) / Math.log(horizon) : step / horizon;
    }

    /** Sets range and ticks for a plot of that width; ticks never fall between two steps. */
    void applyTo(XYStyler style, int width) {
        style.setXAxisMin(start()).setXAxisMax((double) horizon);
        if (logarithmic()) {
            style.setXAxisLogarithmic(true).setXAxisLogarithmicDecadeOnly(true);
            style.setXAxisTickLabelsFormattingFunction(this::decade);
        } else {
            style.setXAxisDecimalPattern("0");
            style.setXAxisTickMarkSpacingHint(Math.max(TICK_SPACING, (int) (0.8 * width / horizon)));
        }
    }

    private String decade(double step) {
        if (horizon < 1_000_000) {
            return String.valueOf(Math.round(step)).replaceAll("(?<=\\d{2})(\\d{3})$", "\u2009$1");
        }
        String power = String.valueOf(Math.round(Math.log10(step)));
        return "10" + power.codePoints().mapToObj(StepAxis::superscript).reduce("", String::concat);
    }

    private static String superscript(int digit) {
        return "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(digit - '0', digit - '0' + 1);
    }
}
