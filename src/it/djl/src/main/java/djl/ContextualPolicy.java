package djl;

import kelvin.policy.Policy;
import org.apache.commons.rng.UniformRandomProvider;

/** A policy of Kelvin's on scores of any origin: draws an action and says how likely it was, exactly. */
record ContextualPolicy(Policy policy, UniformRandomProvider random) {
    /** An action with its propensity, which a log needs if it is to tell what another policy would have earned. */
    record Decision(int action, double propensity) {}

    Decision decide(float[] scores) {
        double[] values = new double[scores.length];
        for (int a = 0; a < values.length; a++) {
            values[a] = scores[a];
        }
        int action = policy.select(values, random);
        return new Decision(action, policy.probabilities(values)[action]);
    }
}
