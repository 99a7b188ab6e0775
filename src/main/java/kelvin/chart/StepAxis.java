package kelvin.chart;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import kelvin.metric.Series;
import org.knowm.xchart.style.XYStyler;

/**
 * The axis of steps: linear from 0 or logarithmic from 1.
 *
 * @param horizon the last step, at least 1
 * @param logarithmic whether equal ratios are equally long
 */
record StepAxis(long horizon, boolean logarithmic) {
    private static final int TICK_SPACING = 60;
    private static final long LONGEST_LINEAR = 1000;

    /** Regret that has levelled off by half time to this share of its end grows like a logarithm rather than a line. */
    private static final double LEVELLED = 0.75;

    /** Logarithmic above 1000 steps, where most of what learners differ in would be squeezed into the left edge. */
    static StepAxis of(long[] steps) {
        long horizon = steps[steps.length - 1];
        return new StepAxis(horizon, horizon > LONGEST_LINEAR);
    }

    /** Linear also above 1000 steps if the largest regret keeps growing: it would shoot up at the right edge. */
    static StepAxis ofRegret(List<Series> regret) {
        Series worst = Collections.max(regret, Comparator.comparingDouble(s -> s.mean()[s.mean().length - 1]));
        StepAxis axis = of(worst.steps());
        int half = 0;
        while (worst.steps()[half] < axis.horizon / 2) {
            half++;
        }
        boolean levelled = worst.mean()[half] >= LEVELLED * worst.mean()[worst.mean().length - 1];
        return new StepAxis(axis.horizon, axis.logarithmic && levelled);
    }

    /** The least step shown: a linear axis starts before the first step. */
    double start() {
        return logarithmic ? 1 : 0;
    }

    /** Where a step lies, from 0 at the start to 1 at the horizon. */
    double place(double step) {
        return logarithmic ? Math.log(step) / Math.log(horizon) : step / horizon;
    }

    /** Sets range and ticks for a plot of that width; ticks never fall between two steps. */
    void applyTo(XYStyler style, int width) {
        style.setXAxisMin(start()).setXAxisMax((double) horizon);
        if (logarithmic) {
            style.setXAxisLogarithmic(true).setXAxisLogarithmicDecadeOnly(true);
            double decades = Math.log10(horizon);
            int label = horizon < 1_000_000 ? 8 * (int) decades + 12 : 32;
            int every = (int) Math.ceil(decades * label / width);
            style.setXAxisTickLabelsFormattingFunction(step -> decade((int) Math.round(Math.log10(step)), every));
        } else {
            style.setXAxisDecimalPattern("0");
            style.setXAxisTickMarkSpacingHint(
                    Math.max(Math.min(TICK_SPACING, width / 3), (int) (0.8 * width / horizon)));
        }
    }

    /** Moves both ends outwards by more than a pixel, for XChart labels no tick that lies on an edge. */
    void widen(XYStyler style, int width) {
        double share = 1.5 / width;
        double factor = Math.pow(horizon, share);
        style.setXAxisMin(logarithmic ? 1 / factor : -share * horizon);
        style.setXAxisMax(logarithmic ? horizon * factor : (1 + share) * horizon);
    }

    private String decade(int exponent, int every) {
        if (exponent % every != 0) {
            return "";
        }
        long power = Math.round(Math.pow(10, exponent));
        return horizon < 1_000_000 ? String.valueOf(power) : "10" + superscript(exponent);
    }

    static String superscript(int exponent) {
        return String.valueOf(exponent)
                .chars()
                .mapToObj(digit -> "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
    }
}
