package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import kelvin.contract.Stability;
import kelvin.schedule.InverseCount;
import kelvin.schedule.Schedule;

/**
 * Running estimates of action values, one per action.
 *
 * <p>The sample average (step size 1/n) keeps sum and count and divides: incremental updates would break exact ties.
 */
@Stability(STABLE)
public final class Estimates {
    private static final Schedule SAMPLE_AVERAGE = new InverseCount(1);

    private final Schedule stepSize;
    private final boolean average;
    private final double[] sums;
    private final double[] squares;
    private final long[] counts;
    private final double[] values;

    public Estimates(int actions, double initialValue, Schedule stepSize) {
        this.stepSize = stepSize;
        this.average = averages(stepSize);
        this.sums = new double[actions];
        this.squares = new double[actions];
        this.counts = new long[actions];
        this.values = new double[actions];
        Arrays.fill(values, initialValue);
    }

    /** Whether estimates with these step sizes are sample averages, whatever the order of the rewards. */
    public static boolean averages(Schedule stepSize) {
        return stepSize.equals(SAMPLE_AVERAGE);
    }

    public static Estimates sampleAverages(int actions) {
        return new Estimates(actions, 0, SAMPLE_AVERAGE);
    }

    /** Learns from one reward; returns the new estimate. */
    public double update(int action, double reward) {
        long n = ++counts[action];
        squares[action] += reward * reward;
        if (average) {
            sums[action] += reward;
            values[action] = sums[action] / n;
        } else {
            values[action] += stepSize.at(n) * (reward - values[action]);
        }
        return values[action];
    }

    public double value(int action) {
        return values[action];
    }

    /** Writes every estimate; true, for a player always has them. */
    public boolean values(double[] out) {
        System.arraycopy(values, 0, out, 0, out.length);
        return true;
    }

    /** Writes the sample averages, {@code NaN} where there is no reward; true, for a player always has them. */
    public boolean averages(double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = counts[i] == 0 ? Double.NaN : values[i];
        }
        return true;
    }

    /** The variance of the rewards seen, relative to their number; only for sample averages. */
    public double variance(int action) {
        double mean = values[action];
        return Math.max(0, squares[action] / counts[action] - mean * mean);
    }

    /** How many rewards of this action have been seen. */
    public long count(int action) {
        return counts[action];
    }
}
