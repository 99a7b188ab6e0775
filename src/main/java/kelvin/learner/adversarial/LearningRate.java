package kelvin.learner.adversarial;

import kelvin.numeric.Log;
import kelvin.policy.Softmax;

/** Exponential weights at a rate that falls with the root of the step. */
final class LearningRate {
    private static final Softmax SOFTMAX = new Softmax(1);

    private LearningRate() {}

    /** Returns √(ln K/K); a single action counts as two, so that it is above 0. */
    static double factor(int actions) {
        return Math.sqrt(Log.of(Math.max(actions, 2)) / actions);
    }

    /** Writes p ∝ exp(rate·score); may be the same array. */
    static void weigh(double rate, double[] scores, double[] out) {
        double best = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            best = Math.max(best, score);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = rate * (scores[i] - best);
        }
        SOFTMAX.probabilities(out, out);
    }
}
