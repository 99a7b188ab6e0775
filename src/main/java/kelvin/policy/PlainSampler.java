package kelvin.policy;

import org.apache.commons.rng.UniformRandomProvider;

/** Any policy, all probabilities anew for every decision. */
final class PlainSampler implements Sampler {
    private final PolicySchedule policy;
    private final double[] values;
    private final double[] weights;

    PlainSampler(PolicySchedule policy, double[] values) {
        this.policy = policy;
        this.values = values;
        this.weights = new double[values.length];
    }

    @Override
    public void changed(int action) {}

    @Override
    public int draw(long step, UniformRandomProvider random) {
        Policy now = policy.at(step);
        if (now instanceof ScoredPolicy scored) {
            scored.weights(values, weights);
        } else {
            now.probabilities(values, weights);
        }
        return Weights.draw(weights, random);
    }
}
