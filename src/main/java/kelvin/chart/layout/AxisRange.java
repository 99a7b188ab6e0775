package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.knowm.xchart.style.XYStyler;

/**
 * The range of an axis.
 *
 * @param low its left or lower end
 * @param high its right or upper end, above {@code low}
 * @param logarithmic whether equal ratios are equally long, with {@code low} above 0
 */
@Stability(MAY_CHANGE)
public record AxisRange(double low, double high, boolean logarithmic) {
    private static final double MIN_RATIO = 1.2;
    private static final double AIR = 0.03;

    /** Returns a linear axis. */
    public static AxisRange linear(double low, double high) {
        return new AxisRange(low, high, false);
    }

    /** Returns a logarithmic axis of whole decades, at least one, that contains a range of positive numbers. */
    public static AxisRange decades(double low, double high) {
        double bottom = Math.floor(Math.log10(low));
        double top = Math.max(bottom + 1, Math.ceil(Math.log10(high)));
        return new AxisRange(Math.pow(10, bottom), Math.pow(10, top), true);
    }

    /** Returns a logarithmic axis that contains a range of positive numbers with some air, or twice its ends where they are almost one. */
    public static AxisRange ratios(double low, double high) {
        double air = high / low < MIN_RATIO ? 2 : Math.pow(high / low, AIR);
        return new AxisRange(low / air, high * air, true);
    }

    /** Returns the position of a value, 0 at the low end and 1 at the high end. */
    public double place(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** Returns the ticks of a horizontal axis of that length. */
    public Ticks across(ChartTheme theme, double pixels) {
        return RoundTicks.of(theme, this, pixels, true, 0);
    }

    /** Returns the ticks of a horizontal axis of that length at whole numbers. */
    public Ticks acrossWhole(ChartTheme theme, double pixels) {
        return RoundTicks.of(theme, this, pixels, true, 1);
    }

    /** Returns the ticks of a vertical axis of that length. */
    public Ticks up(ChartTheme theme, double pixels) {
        return RoundTicks.of(theme, this, pixels, false, 0);
    }

    /** Makes this the horizontal axis of a plot. */
    public void applyToX(XYStyler style) {
        style.setXAxisMin(low).setXAxisMax(high);
        style.setXAxisLogarithmic(logarithmic);
    }

    /** Makes this the vertical axis of a plot. */
    public void applyToY(XYStyler style) {
        style.setYAxisMin(low).setYAxisMax(high);
        style.setYAxisLogarithmic(logarithmic);
    }
}
