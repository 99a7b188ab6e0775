package kelvin.policy;

import kelvin.numeric.Exp;
import kelvin.numeric.Log1p;
import kelvin.numeric.NeumaierSum;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Computes probabilities, draws and logarithms of policies of the form p ∝ exp(score), which differ in the score alone.
 */
interface ScoredPolicy extends Policy {
    /**
     * Returns the score of a value less the score of another, usually the best: ln of its weight. −∞ for −∞, 0 for
     * equal values, never more than 0 if the other is the best.
     */
    double score(double value, double best);

    /**
     * Returns the weight exp(score) to within a few units in its last place, which changes probabilities by less than a
     * uniform number can tell, and up to a factor that depends on {@code best} alone, which changes none.
     *
     * @param value as for {@link #score}
     * @param best as for {@link #score}; {@code NaN} where there is none yet
     * @return a weight, the best one's above 2⁻⁵¹; {@code NaN} where there is no best
     */
    default double nearWeight(double value, double best) {
        return Exp.of(score(value, best));
    }

    /**
     * Returns the rounding error of the score as far as it is known; it counts where the score itself is the answer.
     *
     * @param value as for {@link #score}
     * @param best as for {@link #score}
     * @return the exact score less the rounded one
     */
    default double lost(double value, double best) {
        return 0;
    }

    /**
     * Writes exp(score) of each value; the best has weight 1, so the sum is in [1, n].
     *
     * @param values as for {@link #probabilities(double[], double[])}
     * @param out receives the weights, length n
     */
    default void weights(double[] values, double[] out) {
        scores(values, ValueChecks.best(values, out), out);
        Exp.all(out);
    }

    /**
     * Writes the {@link #score} of each value, or −∞ for any so low that its weight is 0.
     *
     * @param values as for {@link #probabilities(double[], double[])}
     * @param best the largest of them
     * @param out receives the scores, length n
     */
    default void scores(double[] values, double best, double[] out) {
        for (int i = 0; i < values.length; i++) {
            out[i] = score(values[i], best);
        }
    }

    @Override
    default void probabilities(double[] values, double[] out) {
        weights(values, out);
        Weights.normalise(out);
    }

    @Override
    default int select(double[] values, UniformRandomProvider random) {
        double[] weights = new double[values.length];
        weights(values, weights);
        return Weights.draw(weights, random);
    }

    @Override
    default void logProbabilities(double[] values, double[] out) {
        double best = ValueChecks.best(values, out);
        double rest = Log1p.of(rest(values, best));
        for (int i = 0; i < values.length; i++) {
            out[i] = score(values[i], best) - (rest - lost(values[i], best));
        }
    }

    @Override
    default double logProbability(double[] values, int action) {
        double best = ValueChecks.best(values);
        double rest = Log1p.of(rest(values, best));
        return score(values[action], best) - (rest - lost(values[action], best));
    }

    /**
     * Returns the sum of all weights but one best action's, which is 1: log1p of it keeps every digit of a probability
     * near 1.
     *
     * @param values as for {@link #probabilities(double[], double[])}
     * @param best the largest of them
     * @return the sum, in [0, n − 1]
     */
    default double rest(double[] values, double best) {
        return rest(values, best, new NeumaierSum());
    }

    /** Returns the same, by a compensated sum that is cleared before. */
    default double rest(double[] values, double best, NeumaierSum rest) {
        rest.clear();
        boolean seen = false;
        for (double value : values) {
            if (value == best && !seen) {
                seen = true;
            } else {
                rest.add(Exp.of(score(value, best)));
            }
        }
        return rest.value();
    }
}
