package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.numeric.Moments;

/**
 * A 95 % bootstrap interval (BCa) of the mean regret up to a step, or of its paired difference from the baseline, where the repetitions
 * are too skewed for Student's interval.
 *
 * <p>The rule is that of {@link RunSummary}, at every step at which the regret of every repetition is known: its {@code lower} and
 * {@code upper} are these at the horizon, and Student's where there is no such interval.
 *
 * @param learner the learner's label
 * @param baseline the label of the learner whose regret is subtracted; empty for the learner's own regret
 * @param step up to which step
 * @param low the lower end
 * @param high the upper end
 */
@Stability(MAY_CHANGE)
public record SkewedInterval(String learner, String baseline, long step, double low, double high) {
    /**
     * Computes the intervals of all learners; cost is 4000 draws and 4000 additions per skewed step, for each
     * repetition.
     *
     * @param baseline the label of the learner that all others are compared with
     * @param paths the regret of every repetition over time, per learner, all at the same steps
     * @param looks how often the data could have ended the playing
     * @return learner by learner, first of its own regret, then of the difference; none where Student's interval is sound
     */
    public static List<SkewedInterval> of(String baseline, List<RegretPaths> paths, InterimLooks looks) {
        Optional<RegretPaths> reference =
                paths.stream().filter(path -> path.learner().equals(baseline)).findFirst();
        return paths.stream()
                .parallel()
                .flatMap(path -> Stream.concat(
                        of(path, "", looks),
                        reference.stream()
                                .filter(other -> !path.learner().equals(baseline))
                                .flatMap(other -> of(path.minus(other), baseline, looks))))
                .toList();
    }

    private static Stream<SkewedInterval> of(RegretPaths path, String baseline, InterimLooks looks) {
        List<Long> steps = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        Iterator<double[]> column = path.columns().iterator();
        for (long step : path.steps()) {
            double[] values = column.next();
            if (skewed(values)) {
                steps.add(step);
                columns.add(values);
            }
        }
        if (columns.isEmpty()) {
            return Stream.empty();
        }
        double[][] ends = BcaInterval.intervals(
                columns.toArray(double[][]::new), looks.tail(), RunSummary.seed(path.stream(), Metric.REGRET));
        return IntStream.range(0, ends.length)
                .mapToObj(i -> new SkewedInterval(path.learner(), baseline, steps.get(i), ends[i][0], ends[i][1]));
    }

    private static boolean skewed(double[] values) {
        return RunSummary.skewed(
                values.length, RunSummary.skewness(values, Moments.of(values).value()));
    }

    /**
     * Returns whether this is the interval of a learner and a baseline.
     *
     * @param label the learner's label
     * @param other the baseline's label; empty for the learner's own regret
     * @return true if it is
     */
    public boolean isOf(String label, String other) {
        return learner.equals(label) && baseline.equals(other);
    }
}
