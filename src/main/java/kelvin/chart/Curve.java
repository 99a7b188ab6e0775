package kelvin.chart;

import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.chart.axis.StepAxis;
import org.knowm.xchart.XYChart;

/**
 * A curve over steps.
 *
 * @param label the learner's label
 * @param x steps, increasing
 * @param y the value at each
 * @param band the interval around it
 */
record Curve(String label, double[] x, double[] y, Band band) {
    private static final double MIN_DISTANCE_SHARE = 1 / 200.0;

    /** Returns the curve without points closer than the eye distinguishes; keeps the first and the last. */
    Curve thinned(StepAxis axis) {
        int[] places = distinct(x, List.of(axis));
        return new Curve(label, at(places, x), at(places, y), band.at(distinct(band.x(), List.of(axis))));
    }

    /** Returns the part of the curve on an axis, interpolated at its ends; above 0 where values have to be; empty if there is none. */
    Optional<Curve> within(StepAxis axis, boolean positive) {
        double[] places = Band.between(x, axis.start(), axis.horizon());
        double[] values = Band.at(places, x, y);
        int[] shown = IntStream.range(0, places.length)
                .filter(i -> !positive || values[i] > 0)
                .toArray();
        return shown.length == 0
                ? Optional.empty()
                : Optional.of(new Curve(
                        label, at(shown, places), at(shown, values), band.within(axis.start(), axis.horizon())));
    }

    /** Returns the indices of the first, the last and those between that the eye distinguishes on some axis. */
    static int[] distinct(double[] x, List<StepAxis> axes) {
        int[] kept = new int[x.length];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            double each = x[i];
            double before = count == 0 ? Double.NaN : x[kept[count - 1]];
            if (count == 0
                    || i == x.length - 1
                    || axes.stream().anyMatch(axis -> axis.place(each) - axis.place(before) >= MIN_DISTANCE_SHARE)) {
                kept[count++] = i;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** Returns the values at some x, of which {@code NaN} says that there is no point. */
    static double[] values(double[] wanted, double[] x, double[] all) {
        return Arrays.stream(wanted)
                .map(each -> {
                    int i = Arrays.binarySearch(x, each);
                    return i < 0 ? Double.NaN : all[i];
                })
                .toArray();
    }

    static double[] at(int[] places, double[] all) {
        return Arrays.stream(places).mapToDouble(i -> all[i]).toArray();
    }

    /** Returns a curve through the values at some steps, without a band. */
    static Curve plain(String label, long[] steps, double[] y) {
        return new Curve(label, Arrays.stream(steps).asDoubleStream().toArray(), y, Band.NONE);
    }

    /** Returns a whole polyline; XChart would draw each segment by itself, which spoils dashes and inflates files. */
    Path2D path(XYChart chart) {
        Path2D line = new Path2D.Double();
        line.moveTo(chart.getScreenXFromChart(x[0]), chart.getScreenYFromChart(y[0]));
        for (int i = 1; i < x.length; i++) {
            line.lineTo(chart.getScreenXFromChart(x[i]), chart.getScreenYFromChart(y[i]));
        }
        return line;
    }

    double last() {
        return y[y.length - 1];
    }

    double low() {
        return Math.min(Arrays.stream(y).min().orElse(Double.POSITIVE_INFINITY), band.least());
    }

    double high() {
        return Math.max(Arrays.stream(y).max().orElse(Double.NEGATIVE_INFINITY), band.most());
    }
}
