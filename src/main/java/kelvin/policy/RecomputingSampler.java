package kelvin.policy;

import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * Samples from any policy by recomputing all probabilities whenever a value or the policy has changed since the last
 * draw.
 */
final class RecomputingSampler implements Sampler {
    private final PolicySchedule policy;
    private final double[] values;
    private final double[] weights;
    private final Workspace work = new Workspace();

    /** The policy whose weights are held; none once a value has changed. */
    private @Nullable Policy held;

    RecomputingSampler(PolicySchedule policy, double[] values) {
        this.policy = policy;
        this.values = values;
        this.weights = new double[values.length];
    }

    @Override
    public void changed(int action) {
        held = null;
    }

    @Override
    @SuppressWarnings(
            "ReferenceEquality") // the same object is the same policy; another may be equal, but comparing costs more
    public int draw(long step, UniformRandomProvider random) {
        Policy now = policy.at(step);
        if (now instanceof DirectPolicy direct) {
            return direct.select(values, random, work);
        }
        if (now != held) {
            held = null;
            work.weights(now, values, weights);
            held = now;
        }
        return Weights.draw(weights, random);
    }
}
