package kelvin.chart;

import java.util.Arrays;
import kelvin.metric.Metric;
import kelvin.metric.Series;

/**
 * What is drawn of a series: few enough points for the eye and for a small file.
 *
 * @param label the learner's label
 * @param x steps, increasing
 * @param y the value at each
 * @param margin half the width of the 95 % band at each; {@code NaN} without a band
 */
record Curve(String label, double[] x, double[] y, double[] margin) {
    /** The share of the steps so far that one point of a noisy metric averages over. */
    static final double BIN = 0.05;

    private static final double FINEST = 1 / 200.0;

    /** What is true at a step as it is, with its band; means over steps in bins, whose error is not known. */
    static Curve of(Series series, StepAxis axis) {
        return series.metric().average() ? binned(series, axis) : standing(series, axis);
    }

    private static Curve binned(Series series, StepAxis axis) {
        Bins bins = Bins.of(series.steps(), BIN);
        double scale = series.metric().fraction() ? 100 : 1;
        double[] y = bins.means(i -> scale * series.mean()[i]);
        double[] none = new double[y.length];
        Arrays.fill(none, Double.NaN);
        return new Curve(series.learner(), bins.places(axis), y, none);
    }

    private static Curve standing(Series series, StepAxis axis) {
        int start = axis.logarithmic() || series.metric() != Metric.REGRET ? 0 : 1;
        int size = series.steps().length + start;
        double[] x = new double[size];
        double[] y = new double[size];
        double[] margin = new double[size];
        double scale = series.metric().fraction() ? 100 : 1;
        for (int i = start; i < size; i++) {
            x[i] = series.steps()[i - start];
            y[i] = scale * series.mean()[i - start];
            margin[i] = scale * series.margin(i - start);
        }
        return new Curve(series.learner(), x, y, margin).thinned(axis);
    }

    /** Without points that lie closer than the eye tells apart; the first and the last are kept. */
    Curve thinned(StepAxis axis) {
        int[] kept = new int[x.length];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (count == 0 || i == x.length - 1 || axis.place(x[i]) - axis.place(x[kept[count - 1]]) >= FINEST) {
                kept[count++] = i;
            }
        }
        int[] places = Arrays.copyOf(kept, count);
        return new Curve(label, at(places, x), at(places, y), at(places, margin));
    }

    private static double[] at(int[] places, double[] all) {
        return Arrays.stream(places).mapToDouble(i -> all[i]).toArray();
    }

    /** What a line is known as at some steps, without a band. */
    static Curve plain(String label, long[] steps, double[] y) {
        double[] none = new double[y.length];
        Arrays.fill(none, Double.NaN);
        return new Curve(label, Arrays.stream(steps).asDoubleStream().toArray(), y, none);
    }

    boolean hasBand() {
        return Arrays.stream(margin).noneMatch(Double::isNaN);
    }

    /** The outline of the band, there along its upper and back along its lower edge. */
    double[][] band() {
        int n = x.length;
        double[][] outline = new double[2][2 * n];
        for (int i = 0; i < n; i++) {
            outline[0][i] = outline[0][2 * n - 1 - i] = x[i];
            outline[1][i] = y[i] + margin[i];
            outline[1][2 * n - 1 - i] = y[i] - margin[i];
        }
        return outline;
    }

    double last() {
        return y[y.length - 1];
    }

    double low() {
        double low = Double.POSITIVE_INFINITY;
        for (int i = 0; i < y.length; i++) {
            low = Math.min(low, Double.isNaN(margin[i]) ? y[i] : y[i] - margin[i]);
        }
        return low;
    }

    double high() {
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < y.length; i++) {
            high = Math.max(high, Double.isNaN(margin[i]) ? y[i] : y[i] + margin[i]);
        }
        return high;
    }
}
