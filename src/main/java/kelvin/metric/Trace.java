package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.contract.Stability;

/**
 * The trace of one quantity of one learner at some steps, each time just before it decides: the mean over all
 * repetitions, or one of them alone.
 *
 * <p>A number is {@code NaN} where it was not known, or not finite, in some repetition. The arrays are shared, not copied: read them
 * only.
 *
 * @param learner the learner's label
 * @param repetition which repetition, from 0; {@link #ALL} for the mean over all
 * @param quantity what was traced
 * @param number which number is {@linkplain TracedQuantity#SCHEDULED scheduled}: its path within the learner, such as {@code
 *     policy.epsilon}; empty for other quantities
 * @param steps the steps, increasing
 * @param arms the arm that holds each rank, from 0; empty when the means vary by repetition, and for quantities that are not of
 *     arms
 * @param mean {@code mean[point][rank]}, rank 0 being the arm with the largest true mean at the start; one number per point where the
 *     quantity is not of arms
 * @param standardDeviation how the same numbers spread over repetitions; {@code NaN} for a single repetition
 * @param repetitions how many repetitions stand behind each number
 */
@Stability(MAY_CHANGE)
public record Trace(
        String learner,
        int repetition,
        TracedQuantity quantity,
        String number,
        long[] steps,
        int[] arms,
        double[][] mean,
        double[][] standardDeviation,
        long repetitions) {
    /** The number that stands for all repetitions. */
    public static final int ALL = -1;

    /**
     * Creates a trace of a quantity other than a scheduled number.
     *
     * @param learner the learner's label
     * @param repetition which repetition, from 0; {@link #ALL} for the mean over all
     * @param quantity what was traced
     * @param steps the steps, increasing
     * @param arms the arm that holds each rank, from 0
     * @param mean {@code mean[point][rank]}
     * @param standardDeviation how the same numbers spread over repetitions
     * @param repetitions how many repetitions stand behind each number
     */
    public Trace(
            String learner,
            int repetition,
            TracedQuantity quantity,
            long[] steps,
            int[] arms,
            double[][] mean,
            double[][] standardDeviation,
            long repetitions) {
        this(learner, repetition, quantity, "", steps, arms, mean, standardDeviation, repetitions);
    }

    /**
     * Creates the trace of a scheduled number, which is the same in every repetition.
     *
     * @param learner the learner's label
     * @param number its path within the learner
     * @param steps the steps, increasing
     * @param at its value at each of them
     * @param repetitions how many repetitions were played
     * @return the trace of all repetitions, without spread
     */
    public static Trace scheduled(String learner, String number, long[] steps, double[] at, long repetitions) {
        double[][] mean = Arrays.stream(at).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
        double[] none = {repetitions < 2 ? Double.NaN : 0};
        double[][] spread = Arrays.stream(at).mapToObj(x -> none).toArray(double[][]::new);
        return new Trace(learner, ALL, TracedQuantity.SCHEDULED, number, steps, new int[0], mean, spread, repetitions);
    }

    /**
     * Returns whether any value is known.
     *
     * @return false if every number is {@code NaN}
     */
    public boolean known() {
        return Arrays.stream(mean).flatMapToDouble(Arrays::stream).anyMatch(x -> !Double.isNaN(x));
    }

    /**
     * Returns whether it is the mean over all repetitions.
     *
     * @return false for a single one
     */
    public boolean ofAll() {
        return repetition == ALL;
    }
}
