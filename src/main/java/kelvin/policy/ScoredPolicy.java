package kelvin.policy;

import org.apache.commons.rng.UniformRandomProvider;

/** Policies of the form p ∝ exp(score): they differ in the score alone, so sums, draws and logarithms are written once. */
interface ScoredPolicy extends Policy {
    /**
     * The score of a value less the score of the best value: ln of its weight. 0 at the best, −∞ for −∞, else in between.
     */
    double score(double value, double best);

    /**
     * Writes exp(score) of each value; the best has weight 1, so the sum is in [1, n].
     *
     * @param values as for {@link #probabilities(double[], double[])}
     * @param out receives the weights, length n
     */
    default void weights(double[] values, double[] out) {
        double best = Values.best(values, out);
        for (int i = 0; i < values.length; i++) {
            out[i] = Exp.of(score(values[i], best));
        }
    }

    @Override
    default void probabilities(double[] values, double[] out) {
        weights(values, out);
        double sum = Weights.sum(out);
        for (int i = 0; i < out.length; i++) {
            out[i] /= sum;
        }
    }

    @Override
    default int select(double[] values, UniformRandomProvider random) {
        double[] weights = new double[values.length];
        weights(values, weights);
        return Weights.draw(weights, random);
    }

    /** With the best action's weight of 1 taken out of the sum, log1p keeps every digit of a probability near 1. */
    @Override
    default double logProbability(double[] values, int action) {
        double[] weights = new double[values.length];
        weights(values, weights);
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        weights[best] = 0;
        return score(values[action], values[best]) - StrictMath.log1p(Weights.sum(weights));
    }
}
