package kelvin.learner.meta;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import kelvin.contract.Resumable;
import kelvin.contract.StateFields;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;
import kelvin.numeric.Root;

/**
 * The weights that {@link Corral} gives its learners: mirror descent with a logarithmic barrier and rates of their own.
 */
final class CorralWeights implements DoubleUnaryOperator, Resumable {
    /** The probabilities of choosing each learner. */
    final double[] probabilities;

    /** 1/weight. */
    private final double[] inverses;

    private final double[] rates;
    private final double[] limits;
    private final double mixing;
    private final double growth;
    /** The learner chosen, and its importance-weighted loss, of the present update. */
    private int chosen;

    private double loss;

    CorralWeights(int learners, double rate, long horizon) {
        probabilities = new double[learners];
        inverses = new double[learners];
        rates = new double[learners];
        limits = new double[learners];
        mixing = 1.0 / horizon;
        growth = Exp.of(1 / Log.of(Math.max(horizon, 3)));
        Arrays.fill(probabilities, 1.0 / learners);
        Arrays.fill(inverses, learners);
        Arrays.fill(rates, rate);
        Arrays.fill(limits, 2.0 * learners);
    }

    /** Updates the weights by the importance-weighted loss of the learner chosen; the others' is 0. */
    void learn(int chosen, double loss) {
        this.chosen = chosen;
        this.loss = loss;
        double lambda = Root.find(this, 0, Math.min(loss, newton()));
        double total = applyAsDouble(lambda) + 1;
        for (int i = 0; i < inverses.length; i++) {
            double weight = weight(i, lambda) / total;
            inverses[i] = 1 / weight;
            probabilities[i] = (1 - mixing) * weight + mixing / inverses.length;
            if (1 / probabilities[i] > limits[i]) {
                limits[i] = 2 / probabilities[i];
                rates[i] *= growth;
            }
        }
    }

    /**
     * Returns the sum of the weights less 1, which is convex in λ and grows from below 0 at λ = 0 to above 0, or to where a weight is no
     * longer positive, at the loss.
     */
    @Override
    public double applyAsDouble(double lambda) {
        double sum = -1;
        for (int i = 0; i < inverses.length; i++) {
            double weight = weight(i, lambda);
            sum += weight > 0 ? weight : Double.POSITIVE_INFINITY;
        }
        return sum;
    }

    /** Returns Newton's step from λ = 0, which ends at or above the root of a convex function. */
    private double newton() {
        double slope = 0;
        for (int i = 0; i < inverses.length; i++) {
            double weight = weight(i, 0);
            slope += rates[i] * weight * weight;
        }
        return Math.max(0, -applyAsDouble(0) / slope);
    }

    private double weight(int i, double lambda) {
        return 1 / (inverses[i] + rates[i] * ((i == chosen ? loss : 0) - lambda));
    }

    @Override
    public void state(StateFields fields) {
        fields.reals("probabilities", probabilities);
        fields.reals("inverses", inverses, Double.MIN_VALUE, Double.MAX_VALUE);
        fields.reals("rates", rates, Double.MIN_VALUE, Double.MAX_VALUE);
        fields.reals("limits", limits);
    }
}
