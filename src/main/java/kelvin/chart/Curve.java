package kelvin.chart;

import java.util.Arrays;
import kelvin.chart.axis.StepAxis;

/**
 * A curve thinned to the points that the eye can distinguish, which keeps files small.
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
        int[] places = fewer(x, axis);
        return new Curve(label, at(places, x), at(places, y), band.at(fewer(band.x(), axis)));
    }

    private static int[] fewer(double[] x, StepAxis axis) {
        int[] kept = new int[x.length];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (count == 0
                    || i == x.length - 1
                    || axis.place(x[i]) - axis.place(x[kept[count - 1]]) >= MIN_DISTANCE_SHARE) {
                kept[count++] = i;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    static double[] at(int[] places, double[] all) {
        return Arrays.stream(places).mapToDouble(i -> all[i]).toArray();
    }

    /** Returns a curve through the values at some steps, without a band. */
    static Curve plain(String label, long[] steps, double[] y) {
        return new Curve(label, Arrays.stream(steps).asDoubleStream().toArray(), y, Band.NONE);
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
