package kelvin.learner;

import java.util.BitSet;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The player of index learners: untried actions first, in random order, then the action with the largest index.
 *
 * <p>An action that was chosen but whose reward has not come back yet has the largest index there is. Allocates nothing per step.
 */
final class IndexPlayer implements Learner {
    /** What the indices of all actions share at a step; asked for once a step. */
    interface Level {
        double at(long step, Estimates seen, BitSet open);
    }

    /** The index of an action that has given a reward. */
    interface Index {
        double of(int action, Estimates seen, double level);
    }

    private final Level level;
    private final Index index;
    private final UniformRandomProvider random;
    private final Untried untried;
    private final Estimates seen;
    private final double[] indices;
    private final BitSet open;

    IndexPlayer(int actions, Level level, Index index, UniformRandomProvider random) {
        this.level = level;
        this.index = index;
        this.random = random;
        this.untried = new Untried(actions, random);
        this.seen = Estimates.sampleAverages(actions);
        this.indices = new double[actions];
        this.open = new BitSet(actions);
        this.open.set(0, actions);
    }

    /** A player whose indices share the logarithm of the plays so far. */
    static IndexPlayer byLogPlays(int actions, Index index, UniformRandomProvider random) {
        return new IndexPlayer(actions, (step, seen, open) -> StrictMath.log(step - 1), index, random);
    }

    @Override
    public int select(long step) {
        return untried.any() ? untried.draw() : Best.of(indices(step), random);
    }

    @Override
    public boolean probabilities(long step, double[] out) {
        if (untried.any()) {
            untried.shares(out);
        } else {
            Best.shares(indices(step), out);
        }
        return true;
    }

    @Override
    public void observe(long step, int action, double reward) {
        seen.update(action, reward);
    }

    @Override
    public void open(BitSet actions) {
        untried.open(actions);
        open.clear();
        open.or(actions);
    }

    /** The index of each action; −∞ where it is closed. */
    double[] indices(long step) {
        double shared = level.at(step, seen, open);
        for (int i = 0; i < indices.length; i++) {
            indices[i] = !open.get(i)
                    ? Double.NEGATIVE_INFINITY
                    : seen.count(i) == 0 ? Double.MAX_VALUE : index.of(i, seen, shared);
        }
        return indices;
    }
}
