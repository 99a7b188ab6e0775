package kelvin.learner.index;

import java.util.BitSet;
import java.util.function.LongToDoubleFunction;
import kelvin.learner.Estimates;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/** An index made of an action's sample average and its number of plays, and of nothing else about it. */
final class BoundIndex implements Index {
    /** Up to so many actions all bounds are computed: the cheapest, of UCB1, are as quick so; above, {@link PlayGroups} is. */
    private static final int FEW = 64;

    /** The bound of an action that has given a reward; never falls when the mean rises. */
    interface Bound {
        double of(double mean, long plays, double level);
    }

    private final Estimates seen;
    private final LongToDoubleFunction level;
    private final Bound bound;
    private final @Nullable PlayGroups groups;

    /**
     * @param level what the bounds of all actions share at a step
     */
    BoundIndex(int actions, LongToDoubleFunction level, Bound bound) {
        this.seen = Estimates.sampleAverages(actions);
        this.level = level;
        this.bound = bound;
        this.groups = actions > FEW ? new PlayGroups(actions, seen) : null;
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
}
