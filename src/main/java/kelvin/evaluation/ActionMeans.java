package kelvin.evaluation;

import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A reward model of mean rewards by action, without contexts.
 *
 * <pre>
 *   q̂[a] = Σ v·r / Σ v over the rewards r of a,   the same over all rewards of the half where it has none of a
 * </pre>
 *
 * <p>The weights v are 1 unless they are given.
 *
 * <p>A fit takes O(decisions + actions), also one to a resample, in which a decision counts several times, always in its own half.
 */
final class ActionMeans implements RewardModel {
    private final LoggedDecisions log;
    private final IntToDoubleFunction weights;
    private final double[][] sums;
    private final double[][] counts;
    private final double[] means = new double[2];
    private final double[][] predictions;

    /** Fits the model to a log. */
    ActionMeans(LoggedDecisions log, int actions) {
        this(log, actions, i -> 1, null);
    }

    /** Fits the model to a log with each decision repeated a number of times; null for once. */
    private ActionMeans(LoggedDecisions log, int actions, IntToDoubleFunction weights, int @Nullable [] times) {
        this.log = log;
        this.weights = weights;
        sums = new double[2][actions];
        counts = new double[2][actions];
        double[] totals = new double[2];
        double[] sizes = new double[2];
        for (int i = 0; i < log.size(); i++) {
            int half = i & 1;
            int action = log.action(i);
            double count = (times == null ? 1 : times[i]) * weights.applyAsDouble(i);
            double reward = count * log.reward(i);
            sums[half][action] += reward;
            counts[half][action] += count;
            totals[half] += reward;
            sizes[half] += count;
        }
        double all = (totals[0] + totals[1]) / (sizes[0] + sizes[1]);
        for (int half = 0; half < 2; half++) {
            means[half] = sizes[half] == 0 ? all : totals[half] / sizes[half];
        }
        predictions = new double[][] {values(0), values(1)};
    }

    /** Fits the model to the same log with each decision repeated a number of times. */
    ActionMeans refitted(int[] times) {
        return new ActionMeans(log, sums[0].length, weights, times);
    }

    @Override
    public double[] predictions(int decision) {
        return predictions[decision & 1];
    }

    @Override
    public double[][] byHalves() {
        return predictions;
    }

    @Override
    public ActionMeans weighted(IntToDoubleFunction newWeights) {
        return new ActionMeans(log, sums[0].length, newWeights, null);
    }

    /** Returns the values that predict the decisions of one half, from the rewards of the other half. */
    private double[] values(int half) {
        double[] values = new double[sums[0].length];
        for (int a = 0; a < values.length; a++) {
            values[a] = fitted(half, a) ? sums[1 - half][a] / counts[1 - half][a] : means[1 - half];
        }
        return values;
    }

    /**
     * Returns {@link #predictions} shrunk by one more reward that is the mean of its half, so that a single lucky reward
     * counts for little.
     */
    double[] shrunkenValues(int half) {
        double[] values = new double[sums[0].length];
        for (int a = 0; a < values.length; a++) {
            values[a] = (sums[1 - half][a] + means[1 - half]) / (counts[1 - half][a] + 1);
        }
        return values;
    }

    /** Returns true if the value of an action that predicts one half comes from rewards of that action. */
    boolean fitted(int half, int action) {
        return counts[1 - half][action] > 0;
    }

    /** Returns the action of a decision. */
    int chosen(int decision) {
        return log.action(decision);
    }
}
