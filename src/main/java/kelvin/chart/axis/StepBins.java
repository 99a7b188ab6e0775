package kelvin.chart.axis;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import kelvin.contract.Stability;
import kelvin.metric.MetricCurve;

/**
 * Bins of neighbouring reported intervals, which smooth the noise of single steps without a bias of the mean: a bin
 * grows until it spans a given share of the steps up to its end. Early steps, where much happens, stay as fine as they
 * were reported, and no bin goes across a change of the problem. A line through them begins and ends at the edges of the
 * plot, and is level up to a change.
 *
 * @param steps the reported steps; the value at one is the mean over the steps since the previous one
 * @param ends for each bin, the index of its last reported step
 * @param changes the steps after which the problem changes
 */
@Stability(MAY_CHANGE)
public record StepBins(long[] steps, int[] ends, List<Long> changes) {
    public StepBins {
        changes = List.copyOf(changes);
    }

    /** Merges intervals into spans, as {@link MetricCurve#spans} does. */
    public static StepBins of(long[] steps, double share, List<Long> changes) {
        return new StepBins(steps, MetricCurve.spans(steps, share, changes), changes);
    }

    /** Returns the x coordinates: the start of the axis, the mean of the steps of each bin with the changes between them, the horizon. */
    public double[] places(StepAxis axis) {
        return points(axis.start(), this::middle, bin -> (double) end(bin)).stream()
                .mapToDouble(place -> place)
                .toArray();
    }

    /** Returns the last step of each bin. */
    public long[] endSteps() {
        return Arrays.stream(ends).mapToLong(end -> steps[end]).toArray();
    }

    /** Returns the names of the spans of {@link #places}: the steps that each bin is a mean over, none at edges and changes. */
    public List<String> spans() {
        return points(
                "",
                bin -> start(bin) + 1 == end(bin) ? String.valueOf(end(bin)) : start(bin) + 1 + "–" + end(bin),
                bin -> "");
    }

    /** Returns the values to draw at {@link #places}: the mean of each bin. */
    public double[] means(IntToDoubleFunction reported) {
        return toEdges(MetricCurve.means(steps, ends, reported));
    }

    /** Returns the values to draw at {@link #places}, of one value per bin. */
    public double[] toEdges(double[] values) {
        return points(values[0], bin -> values[bin], bin -> values[bin]).stream()
                .mapToDouble(value -> value)
                .toArray();
    }

    /** Returns what is at the start, at the middle of each bin, and at the end of those up to a change or to the edge. */
    private <T> List<T> points(T start, IntFunction<T> middle, IntFunction<T> end) {
        List<T> all = new ArrayList<>(List.of(start));
        for (int bin = 0; bin < ends.length; bin++) {
            all.add(middle.apply(bin));
            boolean change = changes.contains(end(bin)) && middle(bin) < end(bin);
            if (change || bin == ends.length - 1) {
                all.add(end.apply(bin));
            }
        }
        return all;
    }

    private double middle(int bin) {
        return (start(bin) + 1 + end(bin)) / 2.0;
    }

    private long start(int bin) {
        return bin == 0 ? 0 : end(bin - 1);
    }

    private long end(int bin) {
        return steps[ends[bin]];
    }
}
