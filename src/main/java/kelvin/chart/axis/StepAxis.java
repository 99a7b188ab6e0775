package kelvin.chart.axis;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.stream.Collectors;
import kelvin.contract.Stability;
import kelvin.metric.Metric;
import kelvin.metric.StepUnit;
import org.knowm.xchart.style.XYStyler;

/**
 * The axis of steps, linear from 0 or logarithmic from 1, chosen by the kind of chart and the horizon alone: cumulative
 * regret, its differences and its quantiles have a linear axis, on which a straight line is a constant loss per step;
 * every other metric has a linear axis up to a horizon of 10 000 and a logarithmic one above.
 *
 * @param horizon the last step, at least 1
 * @param logarithmic whether equal ratios are equally long
 */
@Stability(MAY_CHANGE)
public record StepAxis(long horizon, boolean logarithmic) {
    private static final int TICK_SPACING_PIXELS = 60;
    private static final long MAX_LINEAR_HORIZON = 10_000;

    /** Returns the axis of a metric over the reported steps. */
    public static StepAxis of(Metric metric, long[] steps) {
        StepAxis axis = of(steps);
        return new StepAxis(axis.horizon, axis.logarithmic && metric != Metric.REGRET);
    }

    /** Returns the axis of a metric that does not accumulate. */
    public static StepAxis of(long[] steps) {
        long horizon = steps[steps.length - 1];
        return new StepAxis(horizon, horizon > MAX_LINEAR_HORIZON);
    }

    /** Returns the caption's sentence about the axis. */
    public String remark(StepUnit unit) {
        return logarithmic ? " The axis of " + unit.plural() + " is logarithmic." : "";
    }

    /** Returns the smallest value shown: a linear axis starts before the first step. */
    public double start() {
        return logarithmic ? 1 : 0;
    }

    /** Returns the position of a step, from 0 at the start to 1 at the horizon. */
    public double place(double step) {
        return logarithmic ? Math.log(step) / Math.log(horizon) : step / horizon;
    }

    /** Sets range and ticks for a plot of that width; ticks never fall between two steps. */
    public void applyTo(XYStyler style, int width) {
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
                    Math.max(Math.min(TICK_SPACING_PIXELS, width / 3), (int) (0.8 * width / horizon)));
        }
    }

    /** Moves both ends outwards by more than a pixel, since XChart labels no tick that lies on an edge. */
    public void widen(XYStyler style, int width) {
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

    /** Returns an exponent in superscript digits. */
    public static String superscript(int exponent) {
        return String.valueOf(exponent)
                .chars()
                .mapToObj(letter -> letter == '-' ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(letter - '0', letter - '0' + 1))
                .collect(Collectors.joining());
    }
}
