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

    private static final double NORMAL_975 = 1.96;
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
        int size = series.steps().length;
        double[] x = new double[size + 1];
        double[] y = new double[size + 1];
        double[] margin = new double[size + 1];
        double scale = series.metric().fraction() ? 100 : 1;
        int count = axis.logarithmic() || series.metric() != Metric.REGRET ? 0 : 1;
        for (int i = 0; i < size; i++) {
            double step = series.steps()[i];
            if (i == size - 1 || count == 0 || axis.place(step) - axis.place(x[count - 1]) >= FINEST) {
                x[count] = step;
                y[count] = scale * series.mean()[i];
                margin[count++] = NORMAL_975 * scale * series.standardError()[i];
            }
        }
        return new Curve(
                series.learner(), Arrays.copyOf(x, count), Arrays.copyOf(y, count), Arrays.copyOf(margin, count));
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
        return Arrays.stream(y).min().orElse(0);
    }

    double high() {
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < y.length; i++) {
            high = Math.max(high, Double.isNaN(margin[i]) ? y[i] : y[i] + margin[i]);
        }
        return high;
    }
}
