package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import java.util.function.LongToDoubleFunction;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.learner.Estimates;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * An index that depends on an action's sample average and number of plays alone, such as an upper confidence bound.
 *
 * <pre>
 *   index[a] = bound(mean[a], plays[a], level(step)),   {@link Index#UNKNOWN} before the first reward of a
 * </pre>
 *
 * <p>As the bound rises with the mean, only the best mean of each number of plays can have the largest bound: with many actions a
 * step costs one bound per number of plays, not one per action.
 */
@Stability(STABLE)
public final class BoundIndex implements Index {
    /**
     * The number of actions up to which all bounds are computed: the cheapest, of UCB1, are as quick so; above, {@link
     * PlayGroups} is.
     */
    static final int MAX_ACTIONS_SCANNED = 64;

    /** The upper confidence bound of an action that has given a reward; it must not fall when the mean rises. */
    @FunctionalInterface
    public interface Bound {
        /**
         * Returns the bound of an action.
         *
         * @param mean its sample average
         * @param plays its number of rewards, at least 1
         * @param level the level of the step
         * @return the bound, finite; not falling in {@code mean}
         */
        double of(double mean, long plays, double level);
    }

    private final Estimates seen;
    private final LongToDoubleFunction level;
    private final Bound bound;
    private final @Nullable PlayGroups groups;

    /**
     * Creates an index without rewards.
     *
     * @param actions n, the number of actions
     * @param level the number that the bounds of all actions share, by the step
     * @param bound the bound of an action
     */
    public BoundIndex(int actions, LongToDoubleFunction level, Bound bound) {
        this.seen = Estimates.sampleAverages(actions);
        this.level = level;
        this.bound = bound;
        this.groups = actions > MAX_ACTIONS_SCANNED ? new PlayGroups(actions, seen) : null;
    }

    @Override
    public void observe(long step, int action, double reward) {
        seen.update(action, reward);
        if (groups != null) {
            groups.played(action);
        }
    }

    @Override
    public boolean means(double[] out) {
        return seen.averages(out);
    }

    @Override
    public void write(long step, BitSet open, double[] out) {
        double shared = level.applyAsDouble(step);
        for (int i = 0; i < out.length; i++) {
            long plays = seen.count(i);
            out[i] = plays == 0 ? UNKNOWN : bound.of(seen.value(i), plays, shared);
        }
    }

    @Override
    public int largest(long step, UniformRandomProvider random) {
        return groups == null ? NOT_WITHOUT_ALL : groups.largest(bound, level.applyAsDouble(step), random);
    }

    @Override
    public void state(StateFields fields) {
        seen.state(fields);
        if (fields.loading() && groups != null) {
            groups.sort();
        }
    }
}
