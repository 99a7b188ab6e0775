package kelvin.metric;

import java.util.stream.IntStream;

/**
 * The cumulative regret of every repetition at some of the reported steps: what pairs and quantiles are made of.
 *
 * <p>The arrays are shared, not copied: read them only.
 *
 * @param learner the learner's label
 * @param steps the steps, increasing, the last being the horizon
 * @param regret {@code regret[repetition][i]}, the regret of a repetition up to {@code steps[i]}
 */
public record Paths(String learner, long[] steps, double[][] regret) {
    /** At how many steps, at most, every repetition is kept. */
    public static final int POINTS = 40;

    /**
     * Which reported steps to keep every repetition at: all, or {@value #POINTS} at about equal ratios.
     *
     * @param report the reported steps, increasing
     * @return indices into {@code report}, increasing, the last among them
     */
    public static int[] places(long[] report) {
        if (report.length <= POINTS) {
            return IntStream.range(0, report.length).toArray();
        }
        double first = report[0];
        double ratio = report[report.length - 1] / first;
        return IntStream.range(0, POINTS)
                .map(i -> i == POINTS - 1
                        ? report.length - 1
                        : firstFrom(report, first * StrictMath.pow(ratio, i / (POINTS - 1.0))))
                .distinct()
                .toArray();
    }

    private static int firstFrom(long[] report, double step) {
        int i = 0;
        while (i < report.length - 1 && report[i] < step) {
            i++;
        }
        return i;
    }

    /**
     * What every repetition had lost by then.
     *
     * @param i an index into {@link #steps}
     * @return a value per repetition, in the order of repetitions
     */
    public Trials at(int i) {
        double[] column = new double[regret.length];
        for (int repetition = 0; repetition < column.length; repetition++) {
            column[repetition] = regret[repetition][i];
        }
        return new Trials(learner, Metric.REGRET, column);
    }
}
