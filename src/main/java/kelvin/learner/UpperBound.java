package kelvin.learner;

import java.util.BitSet;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The player of index learners: untried actions first, in random order, then the largest mean + c·√(ln t/n).
 *
 * <p>An action that was chosen but whose reward has not come back yet keeps the largest bound there is. Cost per step: one logarithm,
 * and one square root per action.
 */
final class UpperBound implements Learner {
    private final double scale;
    private final long before;
    private final UniformRandomProvider random;
    private final Untried untried;
    private final Estimates means;
    private final double[] bounds;
    private final BitSet open;

    /**
     * @param scale c
     * @param before what to take from the step to get t: 1 where t counts the plays so far, 0 where it counts this one too
     */
    UpperBound(int actions, double scale, long before, UniformRandomProvider random) {
        this.scale = scale;
        this.before = before;
        this.random = random;
        this.untried = new Untried(actions, random);
        this.means = Estimates.sampleAverages(actions);
        this.bounds = new double[actions];
        this.open = new BitSet(actions);
        this.open.set(0, actions);
    }

    @Override
    public int select(long step) {
        if (untried.any()) {
            return untried.draw();
        }
        bound(step, bounds);
        return Best.of(bounds, random);
    }

    @Override
    public boolean probabilities(long step, double[] out) {
        if (untried.any()) {
            untried.shares(out);
        } else {
            bound(step, bounds);
            Best.shares(bounds, out);
        }
        return true;
    }

    @Override
    public void observe(long step, int action, double reward) {
        means.update(action, reward);
    }

    @Override
    public void open(BitSet actions) {
        untried.open(actions);
        open.clear();
        open.or(actions);
    }

    private void bound(long step, double[] out) {
        double log = StrictMath.log(step - before);
        for (int i = 0; i < out.length; i++) {
            long n = means.count(i);
            double bound = n == 0 ? Double.MAX_VALUE : means.value(i) + scale * Math.sqrt(log / n);
            out[i] = open.get(i) ? bound : Double.NEGATIVE_INFINITY;
        }
    }
}
