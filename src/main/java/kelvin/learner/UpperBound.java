package kelvin.learner;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The player of index learners: untried actions first, in random order, then the largest mean + c·√(ln t/n).
 *
 * <p>An action that was chosen but whose reward has not come back yet keeps an infinite bound. Cost per step: one logarithm,
 * and one square root per action.
 */
final class UpperBound implements Learner {
    private final double scale;
    private final long before;
    private final UniformRandomProvider random;
    private final Untried untried;
    private final Estimates means;
    private final double[] bounds;

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
    }

    @Override
    public int select(long step) {
        if (untried.any()) {
            return untried.draw();
        }
        double log = StrictMath.log(step - before);
        for (int i = 0; i < bounds.length; i++) {
            long n = means.count(i);
            bounds[i] = n == 0 ? Double.POSITIVE_INFINITY : means.value(i) + scale * Math.sqrt(log / n);
        }
        return Best.of(bounds, random);
    }

    @Override
    public void observe(long step, int action, double reward) {
        means.update(action, reward);
    }
}
