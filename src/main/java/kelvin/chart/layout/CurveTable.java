package kelvin.chart.layout;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import kelvin.contract.Stability;

/**
 * The numbers of a figure of curves, from which other programs draw it.
 *
 * @param xTitle the title of the horizontal axis
 * @param yTitle the title of the vertical axis
 * @param x the range of the horizontal axis
 * @param y the range of the vertical axis
 * @param curves the curves
 * @param places where they have numbers, ascending, without such places as only lead a line to the edges of a plot
 * @param changes the steps after which the problem changes
 */
@Stability(MAY_CHANGE)
public record CurveTable(
        String xTitle,
        String yTitle,
        AxisRange x,
        AxisRange y,
        List<Curve> curves,
        double[] places,
        List<Long> changes) {
    /**
     * A curve with its band.
     *
     * @param label its name
     * @param look the learner whose colour and dashes it has, or {@link ChartTheme#REFERENCE}
     * @param line its points
     * @param low the lower end of its band; without points where there is none
     * @param high the upper end of its band, at the same places
     */
    public record Curve(String label, int look, Points line, Points low, Points high) {}

    /**
     * Points of a curve.
     *
     * @param x where they are, increasing
     * @param y their values
     */
    public record Points(double[] x, double[] y) {
        private String at(double place) {
            int i = Arrays.binarySearch(x, place);
            return i < 0 ? "" : String.valueOf(y[i]);
        }
    }

    public CurveTable {
        curves = List.copyOf(curves);
        changes = List.copyOf(changes);
    }

    /**
     * Returns a wide table: a column of places, then for each curve one of its values and two of the ends of its band, named like it with
     * {@code _low} and {@code _high}; a cell is empty where a curve has no point.
     */
    String csv() {
        StringBuilder csv = new StringBuilder(quoted(xTitle));
        for (Curve curve : curves) {
            for (String end : ends(curve)) {
                csv.append(',').append(quoted(curve.label + end));
            }
        }
        csv.append('\n');
        for (double place : places) {
            csv.append(place == Math.rint(place) ? String.valueOf((long) place) : String.valueOf(place));
            csv.append(curves.stream()
                    .flatMap(curve -> columns(curve).stream())
                    .map(points -> "," + points.at(place))
                    .collect(Collectors.joining()));
            csv.append('\n');
        }
        return csv.toString();
    }

    private static List<String> ends(Curve curve) {
        return curve.low.x.length == 0 ? List.of("") : List.of("", "_low", "_high");
    }

    private static List<Points> columns(Curve curve) {
        return curve.low.x.length == 0 ? List.of(curve.line) : List.of(curve.line, curve.low, curve.high);
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** Returns points without those that a picture does not need, at least {@code share} of the axis apart. */
    Points thinned(Points points, double share) {
        double[] kept = new double[points.x.length];
        int count = 0;
        for (int i = 0; i < points.x.length; i++) {
            boolean last = i == points.x.length - 1;
            if (count == 0 || last || x.place(points.x[i]) - x.place(kept[count - 1]) >= share) {
                kept[count++] = points.x[i];
            }
        }
        double[] places = Arrays.copyOf(kept, count);
        Function<Double, Double> value = place -> points.y[Arrays.binarySearch(points.x, place)];
        return new Points(
                places, DoubleStream.of(places).map(place -> value.apply(place)).toArray());
    }
}
