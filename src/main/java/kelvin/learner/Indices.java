package kelvin.learner;

import java.util.BitSet;
import org.apache.commons.rng.UniformRandomProvider;

/** A player that chooses the open action with the largest index, ties at random. */
final class Indices implements Learner {
    /** The index of an action at a step. */
    interface Index {
        double of(long step, int action);
    }

    /** What happens to a reward. */
    interface Lesson {
        void learn(long step, int action, double reward);
    }

    private final Index index;
    private final Lesson lesson;
    private final UniformRandomProvider random;
    private final double[] indices;
    private final BitSet open = new BitSet();

    Indices(int actions, Index index, Lesson lesson, UniformRandomProvider random) {
        this.index = index;
        this.lesson = lesson;
        this.random = random;
        this.indices = new double[actions];
        this.open.set(0, actions);
    }

    @Override
    public int select(long step) {
        fill(step, indices);
        return Best.of(indices, random);
    }

    @Override
    public boolean probabilities(long step, double[] out) {
        fill(step, out);
        Best.shares(out, out);
        return true;
    }

    private void fill(long step, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = open.get(i) ? index.of(step, i) : Double.NEGATIVE_INFINITY;
        }
    }

    @Override
    public void observe(long step, int action, double reward) {
        lesson.learn(step, action, reward);
    }

    @Override
    public void open(BitSet actions) {
        open.clear();
        open.or(actions);
    }
}
