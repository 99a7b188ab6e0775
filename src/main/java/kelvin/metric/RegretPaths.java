package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.numeric.Pow;

/**
 * The cumulative regret of every repetition at some of the reported steps, from which pairs and quantiles are made.
 *
 * <p>The arrays are shared, not copied: read them only.
 *
 * @param learner the learner's label
 * @param steps the steps, increasing, the last being the horizon
 * @param regret {@code regret[repetition][i]}, the regret of a repetition up to {@code steps[i]}
 * @param stream the name of the random stream of its bootstrap resamples: the label that the learner was played under
 */
@Stability(MAY_CHANGE)
public record RegretPaths(String learner, long[] steps, double[][] regret, String stream) {
    /** The largest number of steps at which every repetition is kept. */
    public static final int MAX_STEPS_KEPT = 40;

    /** Steps that are read in one pass over the repetitions: a cache line of a repetition's row. */
    private static final int STEPS_PER_PASS = 8;

    /**
     * Creates paths of a learner that was played under its label.
     *
     * @param learner the learner's label
     * @param steps the steps, increasing, the last being the horizon
     * @param regret {@code regret[repetition][i]}, the regret of a repetition up to {@code steps[i]}
     */
    public RegretPaths(String learner, long[] steps, double[][] regret) {
        this(learner, steps, regret, learner);
    }

    /**
     * Returns the reported steps at which to keep every repetition: all, or {@value #MAX_STEPS_KEPT} at about equal ratios.
     *
     * @param report the reported steps, increasing
     * @return indices into {@code report}, increasing, the last among them
     */
    public static int[] places(long[] report) {
        return places(report, MAX_STEPS_KEPT);
    }

    /**
     * Returns a choice of the reported steps: all, or some at about equal ratios.
     *
     * @param report the reported steps, increasing
     * @param most how many at most, at least 1
     * @return indices into {@code report}, increasing, the last among them
     */
    public static int[] places(long[] report, int most) {
        if (report.length <= most) {
            return IntStream.range(0, report.length).toArray();
        }
        double first = report[0];
        double ratio = report[report.length - 1] / first;
        return IntStream.range(0, most)
                .map(i ->
                        i == most - 1 ? report.length - 1 : firstFrom(report, first * Pow.of(ratio, i / (most - 1.0))))
                .distinct()
                .toArray();
    }

    private static int firstFrom(long[] report, double step) {
        int found = Arrays.binarySearch(report, (long) Math.ceil(step));
        return Math.min(found < 0 ? -found - 1 : found, report.length - 1);
    }

    /**
     * Returns the regret of every repetition up to a step.
     *
     * @param i an index into {@link #steps}
     * @return a value per repetition, in the order of repetitions
     */
    public RunValues at(int i) {
        double[] column = new double[regret.length];
        for (int repetition = 0; repetition < column.length; repetition++) {
            column[repetition] = regret[repetition][i];
        }
        return new RunValues(learner, Metric.REGRET, column, InterimLooks.ONE, stream);
    }

    /**
     * Returns the regret of every repetition step by step; reads the rows once per eight steps, so it is several times as fast as
     * {@link #at} for each.
     *
     * @return for each of the steps, in order, a new array with a value per repetition
     */
    Stream<double[]> columns() {
        return IntStream.iterate(0, from -> from < steps.length, from -> from + STEPS_PER_PASS)
                .boxed()
                .flatMap(from -> Arrays.stream(columns(from, Math.min(from + STEPS_PER_PASS, steps.length))));
    }

    private double[][] columns(int from, int to) {
        double[][] columns = new double[to - from][regret.length];
        for (int repetition = 0; repetition < regret.length; repetition++) {
            for (int i = from; i < to; i++) {
                columns[i - from][repetition] = regret[repetition][i];
            }
        }
        return columns;
    }

    /**
     * Returns the paired differences.
     *
     * @param other the same steps of another learner, with as many repetitions
     * @return regret − other regret of each repetition, under this learner's label
     */
    public RegretPaths minus(RegretPaths other) {
        double[][] differences = new double[regret.length][];
        for (int repetition = 0; repetition < differences.length; repetition++) {
            double[] own = regret[repetition];
            double[] others = other.regret[repetition];
            differences[repetition] = IntStream.range(0, own.length)
                    .mapToDouble(i -> own[i] - others[i])
                    .toArray();
        }
        return new RegretPaths(learner, steps, differences, stream);
    }
}
