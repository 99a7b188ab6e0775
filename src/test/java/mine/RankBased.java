package mine;

import kelvin.contract.Require;
import kelvin.contract.Summary;
import kelvin.numeric.Pow;
import kelvin.numeric.Weights;
import kelvin.policy.Policy;
import kelvin.policy.ValueChecks;

/** Probabilities in proportion to rank to the power of −exponent; the best action has rank 1. */
@Summary("probabilities in proportion to 1/rank^exponent, whatever the distances between values")
public record RankBased(double exponent) implements Policy {
    public RankBased {
        Require.notNegative("exponent", exponent);
    }

    @Override
    public void probabilities(double[] values, double[] out) {
        ValueChecks.best(values, out); // refuses NaN, +∞ and arrays of different lengths
        double[] weights = new double[values.length];
        for (int i = 0; i < weights.length; i++) {
            boolean closed = values[i] == Double.NEGATIVE_INFINITY;
            weights[i] = closed ? 0 : Pow.of(rank(values, i), -exponent);
        }
        double sum = Weights.sum(weights);
        for (int i = 0; i < out.length; i++) {
            out[i] = weights[i] / sum;
        }
    }

    private static int rank(double[] values, int action) {
        int rank = 1;
        for (double value : values) {
            rank += value > values[action] ? 1 : 0;
        }
        return rank;
    }
}
