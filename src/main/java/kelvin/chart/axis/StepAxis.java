package kelvin.chart.axis;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.chart.layout.AxisRange;
import kelvin.contract.Stability;
import kelvin.metric.Metric;
import kelvin.metric.StepUnit;

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

    /** Returns the range from the start to the horizon. */
    public AxisRange range() {
        return new AxisRange(start(), horizon, logarithmic);
    }
}
