package kelvin.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.metric.InterimLooks;
import kelvin.metric.Results;
import kelvin.metric.SkewedInterval;
import kelvin.metric.StepUnit;
import kelvin.metric.StopReport;

/**
 * The pointwise 95 % confidence band of a curve, by the interval rule of the tables; its ends may be asymmetric where
 * repetitions are skewed.
 *
 * @param x the places, increasing; none without a band, one where only the interval at the end is known
 * @param low the lower end at each
 * @param high the upper end at each
 */
record Band(double[] x, double[] low, double[] high) {
    static final Band NONE = new Band(new double[0], new double[0], new double[0]);

    /** Returns the band of Student's t intervals; none where the standard error is unknown. */
    static Band around(double[] x, double[] y, double[] margin) {
        boolean known = x.length > 0 && Arrays.stream(margin).allMatch(Double::isFinite);
        return known
                ? new Band(x, combined(y, margin, (each, half) -> each - half), combined(y, margin, Double::sum))
                : NONE;
    }

    private static double[] combined(double[] y, double[] margin, ToDoubleBiFunction<Double, Double> operation) {
        return IntStream.range(0, y.length)
                .mapToDouble(i -> operation.applyAsDouble(y[i], margin[i]))
                .toArray();
    }

    /** Returns the band with these intervals in place of Student's. */
    Band with(List<SkewedInterval> intervals) {
        double[] lower = low.clone();
        double[] upper = high.clone();
        for (SkewedInterval interval : intervals) {
            int i = Arrays.binarySearch(x, interval.step());
            if (i >= 0) {
                lower[i] = interval.low();
                upper[i] = interval.high();
            }
        }
        return new Band(x, lower, upper);
    }

    /** Returns the places in a range, with its ends where they lie between two. */
    static double[] between(double[] x, double low, double high) {
        if (x.length == 0) {
            return x;
        }
        double first = Math.max(low, x[0]);
        double last = Math.min(high, x[x.length - 1]);
        return DoubleStream.concat(DoubleStream.concat(DoubleStream.of(first), Arrays.stream(x)), DoubleStream.of(last))
                .filter(each -> each >= first && each <= last)
                .distinct()
                .sorted()
                .toArray();
    }

    /** Returns the values at places by linear interpolation. */
    static double[] at(double[] places, double[] x, double[] y) {
        return Arrays.stream(places)
                .map(place -> {
                    int i = Arrays.binarySearch(x, place);
                    if (i >= 0) {
                        return y[i];
                    }
                    int next = -i - 1;
                    return y[next - 1] + (y[next] - y[next - 1]) * (place - x[next - 1]) / (x[next] - x[next - 1]);
                })
                .toArray();
    }

    /** Returns the band without what is below a value. */
    Band from(double least) {
        return mapped(number -> Math.max(least, number));
    }

    /** Returns the band without what is above a value. */
    Band upTo(double most) {
        return mapped(number -> Math.min(most, number));
    }

    /** Returns the part of the band in a range. */
    Band within(double from, double to) {
        double[] places = between(x, from, to);
        return new Band(places, at(places, x, low), at(places, x, high));
    }

    boolean known() {
        return x.length > 0;
    }

    /** Returns true if only the interval at the horizon is known. */
    boolean onlyEnd() {
        return x.length == 1;
    }

    /** Returns the band multiplied by a factor. */
    Band times(double factor) {
        return mapped(number -> factor * number);
    }

    private Band mapped(DoubleUnaryOperator change) {
        return new Band(
                x,
                Arrays.stream(low).map(change).toArray(),
                Arrays.stream(high).map(change).toArray());
    }

    /** Returns the band at some of its indices. */
    Band at(int[] places) {
        return new Band(Curve.at(places, x), Curve.at(places, low), Curve.at(places, high));
    }

    /** Returns the band's outline, along its upper and back along its lower edge: x coordinates, then values. */
    double[][] outline() {
        int n = x.length;
        double[][] outline = new double[2][2 * n];
        for (int i = 0; i < n; i++) {
            outline[0][i] = outline[0][2 * n - 1 - i] = x[i];
            outline[1][i] = high[i];
            outline[1][2 * n - 1 - i] = low[i];
        }
        return outline;
    }

    double least() {
        return Arrays.stream(low).min().orElse(Double.POSITIVE_INFINITY);
    }

    double most() {
        return Arrays.stream(high).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /** Returns the number of interim looks at which the run could have stopped. */
    static InterimLooks looks(Results results) {
        return results.stop().map(StopReport::looks).orElse(InterimLooks.ONE);
    }

    /** Returns the interval rule that all bands follow. */
    static String rule(InterimLooks looks) {
        return "95 % intervals" + looks.adjusted()
                + ", Student's t, or bootstrap (BCa) where repetitions are too skewed for it";
    }

    /**
     * Returns the caption of the bands of some curves.
     *
     * @param between the words about steps at which intervals are interpolated; empty if there are none
     */
    static String caption(List<StyledCurve> lines, InterimLooks looks, StepUnit unit, String between) {
        List<Band> bands = lines.stream()
                .map(line -> line.curve().band())
                .filter(Band::known)
                .toList();
        boolean bar = bands.stream().anyMatch(Band::onlyEnd);
        return bands.isEmpty()
                ? ""
                : "; bands" + (bar ? " (a bar where only the last is known)" : "") + ", pointwise at each "
                        + unit.singular() + ": " + rule(looks) + between;
    }
}
