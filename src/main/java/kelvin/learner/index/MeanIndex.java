package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.learner.Estimates;

/**
 * An index computed from all sample averages and one number per step, such as ln t.
 *
 * <pre>
 *   index[a] = formula(a, averages, level(step)),   {@link Index#UNKNOWN} before the first reward of a
 * </pre>
 *
 * <p>The simplest way to an index policy of one's own: UCB1 is the formula mean + √(2·level/count) with the level ln(step − 1).
 */
@Stability(STABLE)
public final class MeanIndex implements Index {
    /** The level that the indices of all actions share at a step; computed once a step. */
    @FunctionalInterface
    public interface Level {
        /**
         * Returns the level of a step.
         *
         * @param step decisions made so far + 1
         * @param seen the sample averages; not to be changed
         * @param open the open actions; not to be changed
         * @return the level, for example ln(step)
         */
        double at(long step, Estimates seen, BitSet open);
    }

    /** The index of an action that has given a reward. */
    @FunctionalInterface
    public interface Formula {
        /**
         * Returns the index of an action.
         *
         * @param action an action with at least one reward
         * @param seen the sample averages; not to be changed
         * @param level the level of the step
         * @return the index, finite
         */
        double of(int action, Estimates seen, double level);
    }

    private final Estimates seen;
    private final Level level;
    private final Formula formula;

    /**
     * Creates an index without rewards.
     *
     * @param actions n, the number of actions
     * @param level the number that all indices of a step share
     * @param formula the index of an action
     */
    public MeanIndex(int actions, Level level, Formula formula) {
        this.seen = Estimates.withVariances(actions);
        this.level = level;
        this.formula = formula;
    }

    /**
     * Creates an index that is the mean itself: the greedy player's.
     *
     * @param actions n, the number of actions
     * @return an index without rewards
     */
    public static MeanIndex ofMeans(int actions) {
        return new MeanIndex(actions, (step, seen, open) -> 0, (action, seen, nothing) -> seen.value(action));
    }

    @Override
    public void observe(long step, int action, double reward) {
        seen.update(action, reward);
    }

    @Override
    public boolean means(double[] out) {
        return seen.averages(out);
    }

    @Override
    public void write(long step, BitSet open, double[] out) {
        double shared = level.at(step, seen, open);
        for (int i = 0; i < out.length; i++) {
            out[i] = seen.count(i) == 0 ? UNKNOWN : formula.of(i, seen, shared);
        }
    }

    @Override
    public void state(StateFields fields) {
        seen.state(fields);
    }
}
