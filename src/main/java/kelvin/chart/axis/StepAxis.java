package kelvin.chart.axis;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.chart.layout.AxisRange;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.style.AxisScale;
import kelvin.chart.style.ChartStyle;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.metric.StepUnit;

/**
 * The axis of steps: linear from 0, on which a straight line of regret is a constant loss per step, or logarithmic from 1
 * where that is asked for.
 *
 * @param start the smallest value shown: a linear axis starts before the first step
 * @param horizon the last step shown, at least 1
 * @param logarithmic whether equal ratios are equally long
 */
@Stability(MAY_CHANGE)
public record StepAxis(double start, long horizon, boolean logarithmic) {
    /** Creates an axis of all steps. */
    public StepAxis(long horizon, boolean logarithmic) {
        this(logarithmic ? 1 : 0, horizon, logarithmic);
    }

    /** Returns the axis of the reported steps: linear, unless the style asks for another scale. */
    public static StepAxis of(ChartTheme theme, long[] steps) {
        return styled(theme, steps[steps.length - 1], false);
    }

    /**
     * Returns an axis with the scale and the limits of the theme's style.
     *
     * @param theme the theme
     * @param horizon the last step
     * @param usually whether the axis is logarithmic where the style leaves it to the chart
     * @return the axis
     * @throws InvalidValue if the limits leave no step
     */
    public static StepAxis styled(ChartTheme theme, long horizon, boolean usually) {
        ChartStyle style = theme.style();
        boolean logarithmic =
                style.xScale().map(scale -> scale == AxisScale.LOG).orElse(usually) && horizon > 1;
        double least = logarithmic ? 1 : 0;
        double start = Math.max(least, style.xLimits().lowOr(least));
        long end = (long) Math.min(horizon, style.xLimits().highOr(horizon));
        Require.that(
                start < end,
                "xLimits",
                (long) style.xLimits().lowOr(start) + " to "
                        + (long) style.xLimits().highOr(end),
                "within the " + horizon + " steps");
        return new StepAxis(start, end, logarithmic);
    }

    /** Returns the caption's sentence about the axis. */
    public String remark(StepUnit unit) {
        return logarithmic ? " The axis of " + unit.plural() + " is logarithmic." : "";
    }

    /** Returns the position of a step, from 0 at the start to 1 at the horizon. */
    public double place(double step) {
        return range().place(step);
    }

    /** Returns the range from the start to the horizon. */
    public AxisRange range() {
        return new AxisRange(start, horizon, logarithmic);
    }
}
