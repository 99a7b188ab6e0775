package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.schedule.InverseCount;
import kelvin.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Running estimates of action values, one per action.
 *
 * <pre>
 *   q[a] ← q[a] + α(n)·(r − q[a]),   n = rewards of action a, this one included
 * </pre>
 *
 * <p>The sample average (step size 1/n) keeps sum and count and divides: incremental updates would break exact ties. An update
 * costs a few operations and allocates nothing. Actions are not checked. Mutable, for one thread at a time.
 */
@Stability(STABLE)
public final class Estimates implements Resumable {
    private static final Schedule SAMPLE_AVERAGE = new InverseCount(1);

    private final Schedule stepSize;
    private final boolean average;
    private final double[] sums;
    private final double @Nullable [] squares;
    private final long[] counts;
    private final double[] values;

    /**
     * Creates estimates without rewards.
     *
     * @param actions the number of actions
     * @param initialValue the estimate of an action without rewards, finite
     * @param stepSize α, by the number of rewards of the action
     */
    public Estimates(int actions, double initialValue, Schedule stepSize) {
        this(actions, initialValue, stepSize, null);
    }

    private Estimates(int actions, double initialValue, Schedule stepSize, double @Nullable [] squares) {
        this.stepSize = stepSize;
        this.average = averages(stepSize);
        this.sums = new double[actions];
        this.squares = squares;
        this.counts = new long[actions];
        this.values = new double[actions];
        Arrays.fill(values, initialValue);
    }

    /**
     * Returns whether estimates with these step sizes are sample averages, whatever the order of the rewards.
     *
     * @param stepSize α, by the number of rewards of an action
     * @return true for {@code InverseCount(1)}
     */
    public static boolean averages(Schedule stepSize) {
        return stepSize.equals(SAMPLE_AVERAGE);
    }

    /**
     * Creates sample averages: the step size is 1/n, and estimates without rewards are 0.
     *
     * @param actions the number of actions
     * @return estimates without rewards
     */
    public static Estimates sampleAverages(int actions) {
        return new Estimates(actions, 0, SAMPLE_AVERAGE);
    }

    /**
     * Creates sample averages that keep sums of squares too, for {@link #variance}.
     *
     * @param actions the number of actions
     * @return estimates without rewards
     */
    public static Estimates withVariances(int actions) {
        return new Estimates(actions, 0, SAMPLE_AVERAGE, new double[actions]);
    }

    /**
     * Learns from one reward.
     *
     * @param action in [0, n)
     * @param reward what it gave, finite
     * @return the new estimate of the action
     */
    public double update(int action, double reward) {
        long n = ++counts[action];
        if (squares != null) {
            squares[action] += reward * reward;
        }
        if (average) {
            sums[action] += reward;
            values[action] = sums[action] / n;
        } else {
            values[action] += stepSize.at(n) * (reward - values[action]);
        }
        return values[action];
    }

    /**
     * Returns the estimate of an action.
     *
     * @param action in [0, n)
     * @return its value; the initial value before its first reward
     */
    public double value(int action) {
        return values[action];
    }

    /**
     * Writes every estimate, as {@link Learner#values} wants them.
     *
     * @param out receives the values, length n
     * @return true
     */
    public boolean values(double[] out) {
        System.arraycopy(values, 0, out, 0, out.length);
        return true;
    }

    /**
     * Writes every estimate, {@code NaN} for actions without rewards, as {@link Learner#values} wants them.
     *
     * @param out receives the values, length n
     * @return true
     */
    public boolean averages(double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = counts[i] == 0 ? Double.NaN : values[i];
        }
        return true;
    }

    /**
     * Returns the variance Σ(r − mean)²/n of an action's rewards.
     *
     * @param action in [0, n), with a reward
     * @return the variance, ≥ 0, in squared reward units
     * @throws IllegalStateException unless made by {@link #withVariances}
     */
    public double variance(int action) {
        if (squares == null) {
            throw new IllegalStateException("these estimates keep no variances, use Estimates.withVariances");
        }
        double mean = values[action];
        return Math.max(0, squares[action] / counts[action] - mean * mean);
    }

    /**
     * Returns the number of rewards of an action seen so far.
     *
     * @param action in [0, n)
     * @return the count, from 0
     */
    public long count(int action) {
        return counts[action];
    }

    /**
     * Saves or loads the estimates.
     *
     * @param fields where they are saved, or loaded from
     */
    @Override
    public void state(StateFields fields) {
        fields.counts("counts", counts);
        fields.reals(average ? "sums" : "values", average ? sums : values);
        if (squares != null) {
            fields.reals("squares", squares);
        }
        for (int i = 0; fields.loading() && i < counts.length; i++) {
            if (average && counts[i] > 0) {
                values[i] = sums[i] / counts[i];
            }
        }
    }
}
