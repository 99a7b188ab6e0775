package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.metric.Decimals;

/**
 * The numbers of a chart of curves, from which the script of a report draws it again and shows values.
 *
 * @param unit the unit of the horizontal axis, a noun
 * @param title the title of the vertical axis
 * @param range the range of the vertical axis: {@code zero}, {@code percent}, {@code free} or {@code log}
 * @param logarithmic whether the horizontal axis is logarithmic
 * @param commas whether digits on axes are in groups apart by commas, else from five digits on apart by narrow spaces
 * @param x where the curves have points, increasing
 * @param spans the steps that each point is a mean over, empty for a point that only continues its neighbour to the edge; none at
 *     all where points are values at a step
 * @param changes the steps after which the problem changes
 * @param lines the curves, at least one
 */
@Stability(MAY_CHANGE)
public record CurveData(
        String unit,
        String title,
        String range,
        boolean logarithmic,
        boolean commas,
        double[] x,
        List<String> spans,
        List<Long> changes,
        List<Line> lines) {
    /** The length of a 95 % interval in standard errors, approximately. */
    private static final double ERRORS_PER_INTERVAL = 4;

    /** The error that gives a value without an interval four significant digits, as a share of it. */
    private static final double SHARE = 0.01;

    /**
     * A curve.
     *
     * @param label its name
     * @param colour its colour, as CSS has it
     * @param dashes its dashes as SVG has them; empty for none
     * @param y its value at each x; {@code NaN} where it has none
     * @param low the lower end of its interval at each x; {@code NaN} where it has none
     * @param high the upper end
     */
    public record Line(String label, String colour, String dashes, double[] y, double[] low, double[] high) {
        private String item() {
            Decimals[] decimals = IntStream.range(0, y.length)
                    .mapToObj(i -> decimals(y[i], low[i], high[i]))
                    .toArray(Decimals[]::new);
            return "<li"
                    + attribute("colour", colour)
                    + attribute("dash", dashes)
                    + attribute("y", numbers(y, decimals))
                    + attribute("low", numbers(low, decimals))
                    + attribute("high", numbers(high, decimals))
                    + ">" + Html.text(label) + "</li>";
        }
    }

    public CurveData {
        spans = List.copyOf(spans);
        changes = List.copyOf(changes);
        lines = List.copyOf(lines);
    }

    /** Returns the numbers as a hidden list, an item per curve. */
    String html() {
        String places = Arrays.stream(x).mapToObj(CurveData::place).collect(Collectors.joining(","));
        return "<ol class=\"data\" hidden"
                + attribute("unit", unit)
                + attribute("title", title)
                + attribute("range", range)
                + (logarithmic ? " data-log" : "")
                + (commas ? " data-commas" : "")
                + attribute("x", places)
                + attribute("at", String.join(",", spans))
                + attribute("changes", changes.stream().map(String::valueOf).collect(Collectors.joining(",")))
                + ">\n"
                + lines.stream().map(Line::item).collect(Collectors.joining("\n"))
                + "\n</ol>";
    }

    private static String attribute(String name, String value) {
        return value.isEmpty() ? "" : " data-" + name + "=\"" + Html.text(value) + "\"";
    }

    /** Returns decimals that show two digits of the interval's error, or four digits of a value without one. */
    private static Decimals decimals(double y, double low, double high) {
        double error = (high - low) / ERRORS_PER_INTERVAL;
        if (error > 0) {
            return Decimals.of(error);
        }
        return y == 0 ? new Decimals(0) : Decimals.of(SHARE * Math.abs(y));
    }

    private static String numbers(double[] all, Decimals[] decimals) {
        String joined = IntStream.range(0, all.length)
                .mapToObj(i ->
                        Double.isNaN(all[i]) ? "" : decimals[i].text(all[i]).replace('−', '-'))
                .collect(Collectors.joining(","));
        return joined.length() < all.length ? "" : joined;
    }

    private static String place(double x) {
        return x == Math.rint(x) ? String.valueOf((long) x) : String.valueOf(x);
    }
}
