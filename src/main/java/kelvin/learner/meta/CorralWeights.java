package kelvin.learner.meta;

import java.util.Arrays;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;

/**
 * The weights that {@link Corral} gives its learners: mirror descent with a logarithmic barrier and rates of their own.
 */
final class CorralWeights {
    /** The number of halvings, after which an interval of doubles is as small as it gets. */
    private static final int MAX_HALVINGS = 60;

    /** The probabilities of choosing each learner. */
    final double[] probabilities;

    private final double[] weights;
    private final double[] rates;
    private final double[] limits;
    private final double mixing;
    private final double growth;

    CorralWeights(int learners, double rate, long horizon) {
        probabilities = new double[learners];
        weights = new double[learners];
        rates = new double[learners];
        limits = new double[learners];
        mixing = 1.0 / horizon;
        growth = Exp.of(1 / Log.of(Math.max(horizon, 3)));
        Arrays.fill(probabilities, 1.0 / learners);
        Arrays.fill(weights, 1.0 / learners);
        Arrays.fill(rates, rate);
        Arrays.fill(limits, 2.0 * learners);
    }

    /** Updates the weights by the importance-weighted loss of the learner chosen; the others' is 0. */
    void learn(int chosen, double loss) {
        double low = 0;
        double high = loss;
        for (int i = 0; i < MAX_HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (sum(chosen, loss, middle) > 1) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double total = sum(chosen, loss, low);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(i, chosen, loss, low) / total;
            probabilities[i] = (1 - mixing) * weights[i] + mixing / weights.length;
            if (1 / probabilities[i] > limits[i]) {
                limits[i] = 2 / probabilities[i];
                rates[i] *= growth;
            }
        }
    }

    /**
     * Returns the sum of the weights, which grows with λ from below 1 at 0 to above 1, or to where a weight is no
     * longer positive, at the loss.
     */
    private double sum(int chosen, double loss, double lambda) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double weight = weight(i, chosen, loss, lambda);
            sum += weight > 0 ? weight : Double.POSITIVE_INFINITY;
        }
        return sum;
    }

    private double weight(int i, int chosen, double loss, double lambda) {
        return 1 / (1 / weights[i] + rates[i] * ((i == chosen ? loss : 0) - lambda));
    }
}
