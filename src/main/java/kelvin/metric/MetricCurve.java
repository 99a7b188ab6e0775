package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import kelvin.contract.Stability;

/**
 * The curve of a metric over the reported steps: its mean over repetitions with the standard error.
 *
 * <p>{@link Metric#REGRET} is cumulative to the step; the other metrics are means over the steps since the previous
 * reported one. The arrays are shared, not copied: read them only.
 *
 * @param learner the learner's label
 * @param metric what was measured
 * @param steps the reported steps, increasing
 * @param mean the mean over repetitions, at each reported step
 * @param standardError the standard error of that mean; {@code NaN} for a single repetition
 * @param repetitions how many repetitions stand behind each mean
 * @param looks how often the data could have ended the playing
 */
@Stability(MAY_CHANGE)
public record MetricCurve(
        String learner,
        Metric metric,
        long[] steps,
        double[] mean,
        double[] standardError,
        long repetitions,
        InterimLooks looks) {
    /**
     * Creates a curve of as many repetitions as were asked for.
     *
     * @param learner the learner's label
     * @param metric what was measured
     * @param steps the reported steps, increasing
     * @param mean the mean over repetitions, at each reported step
     * @param standardError the standard error of that mean
     * @param repetitions how many repetitions stand behind each mean
     */
    public MetricCurve(
            String learner, Metric metric, long[] steps, double[] mean, double[] standardError, long repetitions) {
        this(learner, metric, steps, mean, standardError, repetitions, InterimLooks.ONE);
    }

    /** The least share of the steps so far that a span has. */
    public static final double SPAN_SHARE = 0.05;

    /**
     * Returns the spans of neighbouring reported steps that smooth a mean over steps without a bias: a span grows until it has a
     * share of the steps up to its end; a remainder joins the last one, and none goes across a change of the problem.
     *
     * @param steps the reported steps, increasing
     * @param share the share, in (0, 1]
     * @param changes reported steps after which the problem changes; others are passed over
     * @return for each span, the index of its last reported step
     */
    public static int[] spans(long[] steps, double share, List<Long> changes) {
        int[] ends = new int[steps.length];
        int count = 0;
        long before = 0;
        long begin = 0;
        for (int i = 0; i < steps.length; i++) {
            boolean last = i == steps.length - 1 || changes.contains(steps[i]);
            boolean wide = steps[i] - before >= share * steps[i];
            if (wide || (last && before == begin)) {
                ends[count++] = i;
                before = steps[i];
            } else if (last) {
                ends[count - 1] = i;
                before = steps[i];
            }
            begin = last ? steps[i] : begin;
        }
        return Arrays.copyOf(ends, count);
    }

    /**
     * Returns the mean of each of some spans.
     *
     * @param steps the reported steps
     * @param ends for each span, the index of its last reported step
     * @param reported by index, the mean over the steps since the previous reported one
     * @return the means over the steps of each span
     */
    public static double[] means(long[] steps, int[] ends, IntToDoubleFunction reported) {
        double[] means = new double[ends.length];
        int from = 0;
        long start = 0;
        for (int span = 0; span < ends.length; span++) {
            double sum = 0;
            long before = start;
            for (; from <= ends[span]; from++) {
                sum += reported.applyAsDouble(from) * (steps[from] - before);
                before = steps[from];
            }
            means[span] = sum / (before - start);
            start = before;
        }
        return means;
    }

    /**
     * Returns half the width of the 95 % Student interval of the mean at a reported step, for that step alone.
     *
     * @param i an index into {@link #steps}
     * @return t(1 − 0.025/looks; repetitions − 1)·standard error; {@code NaN} for a single repetition
     */
    public double margin(int i) {
        return looks.student(repetitions) * standardError[i];
    }
}
