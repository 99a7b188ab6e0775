package consumer;

import kelvin.contract.Require;
import kelvin.policy.Policy;
import kelvin.policy.ValueChecks;

/**
 * A policy of another author: chooses evenly among the actions whose values lie near the best.
 *
 * @param threshold how far below the best a value may lie, in reward units; ≥ 0
 */
public record NearBest(double threshold) implements Policy {
    /**
     * Refuses a number outside its range.
     *
     * @param threshold as the record says
     */
    public NearBest {
        Require.notNegative("threshold", threshold);
    }

    @Override
    public void probabilities(double[] values, double[] out) {
        double best = ValueChecks.best(values, out);
        int near = 0;
        for (double value : values) {
            near += best - value <= threshold ? 1 : 0;
        }
        for (int i = 0; i < values.length; i++) {
            out[i] = best - values[i] <= threshold ? 1.0 / near : 0;
        }
    }

    @Override
    public Policy with(String parameter, double value) {
        return parameter.equals("threshold") ? new NearBest(value) : Policy.super.with(parameter, value);
    }
}
