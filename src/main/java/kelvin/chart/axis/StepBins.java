package kelvin.chart.axis;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import kelvin.contract.Stability;

/**
 * Bins of neighbouring reported intervals, which smooth the noise of single steps without a bias of the mean: a bin
 * grows until it spans a given share of the steps up to its end. Early steps, where much happens, stay as fine as they
 * were reported.
 *
 * @param steps the reported steps; the value at one is the mean over the steps since the previous one
 * @param ends for each bin, the index of its last reported step
 */
@Stability(MAY_CHANGE)
public record StepBins(long[] steps, int[] ends) {
    /** Merges intervals until a bin spans that share of the steps up to its end; a remainder joins the last bin. */
    public static StepBins of(long[] steps, double share) {
        int[] ends = new int[steps.length];
        int count = 0;
        long before = 0;
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] - before >= share * steps[i]) {
                ends[count++] = i;
                before = steps[i];
            }
        }
        ends[count - 1] = steps.length - 1;
        return new StepBins(steps, Arrays.copyOf(ends, count));
    }

    /** Returns the x coordinates: the start of the axis, the mean of the steps of each bin, the horizon. */
    public double[] places(StepAxis axis) {
        double[] places = new double[ends.length + 2];
        long before = 0;
        for (int bin = 0; bin < ends.length; bin++) {
            long end = steps[ends[bin]];
            places[bin + 1] = (before + 1 + end) / 2.0;
            before = end;
        }
        places[0] = axis.start();
        places[ends.length + 1] = before;
        return places;
    }

    /** Returns the names of the spans of {@link #places}: the steps that each bin is a mean over, none at the edges. */
    public List<String> spans() {
        List<String> spans = new ArrayList<>(List.of(""));
        long before = 0;
        for (int end : ends) {
            spans.add(before + 1 == steps[end] ? String.valueOf(steps[end]) : before + 1 + "–" + steps[end]);
            before = steps[end];
        }
        spans.add("");
        return spans;
    }

    /** Returns the values to draw: the mean of each bin, the first and the last twice so that they reach the edges. */
    public double[] means(IntToDoubleFunction reported) {
        double[] means = new double[ends.length + 2];
        int from = 0;
        for (int bin = 0; bin < ends.length; bin++) {
            means[bin + 1] = mean(from, ends[bin], reported);
            from = ends[bin] + 1;
        }
        means[0] = means[1];
        means[ends.length + 1] = means[ends.length];
        return means;
    }

    private double mean(int from, int to, IntToDoubleFunction reported) {
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += reported.applyAsDouble(i) * (steps[i] - before(i));
        }
        return sum / (steps[to] - before(from));
    }

    private long before(int i) {
        return i == 0 ? 0 : steps[i - 1];
    }
}
