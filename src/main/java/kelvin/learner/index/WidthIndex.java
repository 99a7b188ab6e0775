package kelvin.learner.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.LongToDoubleFunction;
import kelvin.contract.StateFields;
import kelvin.learner.Estimates;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * An upper confidence bound whose width falls as the inverse square root of the plays.
 *
 * <pre>
 *   index[a] = mean[a] + scale(step)/√n[a],   {@link Index#UNKNOWN} before the first reward of a,   n[a] = rewards of a
 * </pre>
 *
 * <p>It keeps 1/√n of each action: a step costs the scale, and a multiplication and an addition per action.
 */
final class WidthIndex implements Index {
    private final Estimates seen;
    private final LongToDoubleFunction scale;
    private final double[] means;
    private final double[] widths;

    private WidthIndex(int actions, LongToDoubleFunction scale) {
        this.seen = Estimates.sampleAverages(actions);
        this.scale = scale;
        this.means = new double[actions];
        this.widths = new double[actions];
        Arrays.fill(means, UNKNOWN);
    }

    /**
     * Creates a player that tries every action once, in random order, and then goes by such an index.
     *
     * @param actions n, the number of actions
     * @param scale the width of the bound of an action played once, by the step; not negative
     * @param random the source of the order and of ties
     */
    static IndexPlayer player(int actions, LongToDoubleFunction scale, UniformRandomProvider random) {
        LongToDoubleFunction finite = step -> Math.min(scale.applyAsDouble(step), Double.MAX_VALUE);
        return actions > BoundIndex.MAX_ACTIONS_SCANNED
                ? IndexPlayer.bounded(actions, finite, WidthIndex::bound, random)
                : new IndexPlayer(actions, new WidthIndex(actions, finite), random);
    }

    /** Returns the bound from a mean, the plays and the scale of the step. */
    static double bound(double mean, long plays, double scale) {
        return mean + scale * (1 / Math.sqrt(plays));
    }

    @Override
    public void observe(long step, int action, double reward) {
        means[action] = seen.update(action, reward);
        widths[action] = 1 / Math.sqrt(seen.count(action));
    }

    @Override
    public boolean means(double[] out) {
        return seen.averages(out);
    }

    @Override
    public void write(long step, BitSet open, double[] out) {
        double shared = scale.applyAsDouble(step);
        for (int i = 0; i < out.length; i++) {
            out[i] = means[i] + shared * widths[i];
        }
    }

    @Override
    public void state(StateFields fields) {
        seen.state(fields);
        for (int i = 0; fields.loading() && i < means.length; i++) {
            if (seen.count(i) > 0) {
                means[i] = seen.value(i);
                widths[i] = 1 / Math.sqrt(seen.count(i));
            }
        }
    }
}
