package kelvin.learner.index;

import java.util.BitSet;
import kelvin.learner.Estimates;

/** An index made of sample averages. */
final class MeanIndex implements Index {
    /** What the indices of all actions share at a step; asked for once a step. */
    interface Level {
        double at(long step, Estimates seen, BitSet open);
    }

    /** The index of an action that has given a reward. */
    interface Formula {
        double of(int action, Estimates seen, double level);
    }

    private final Estimates seen;
    private final Level level;
    private final Formula formula;

    MeanIndex(int actions, Level level, Formula formula) {
        this.seen = Estimates.sampleAverages(actions);
        this.level = level;
        this.formula = formula;
    }

    /** The means themselves. */
    static MeanIndex ofMeans(int actions) {
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
}
