package kelvin.learner.bayes;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.numeric.BetaFunction;

/**
 * Beta posteriors on a grid: the probability that each action is best, and the mean of each action given which one is
 * best.
 */
final class BetaGrid {
    private final int points;
    private final double[][] densities;
    private final double[][] lower;
    private final double[][] partialMeans;
    private final double[] product;
    final double[] best;
    final double[] means;
    /** E[θ[i] | j best] in row j. */
    final double[][] conditional;

    BetaGrid(int actions, int points) {
        this.points = points;
        densities = new double[actions][points];
        lower = new double[actions][points];
        partialMeans = new double[actions][points];
        product = new double[points];
        best = new double[actions];
        means = new double[actions];
        conditional = new double[actions][actions];
    }

    /** Replaces the posterior of one action. */
    void set(int action, double a, double b) {
        double total = 0;
        for (int k = 0; k < points; k++) {
            double x = (k + 0.5) / points;
            densities[action][k] = BetaFunction.density(a, b, x, 1 - x) / (x * (1 - x));
            total += densities[action][k];
        }
        double below = 0;
        double mean = 0;
        for (int k = 0; k < points; k++) {
            double part = densities[action][k] / total;
            densities[action][k] = part;
            // Half of a part lies below its middle.
            lower[action][k] = below + part / 2;
            double x = (k + 0.5) / points;
            partialMeans[action][k] = mean + part / 2 * x;
            below += part;
            mean += part * x;
        }
        means[action] = mean;
    }

    /** Computes {@link #best} and {@link #conditional} among the open actions. */
    void compare(BitSet open) {
        Arrays.fill(product, 1);
        Arrays.fill(best, 0);
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            for (int k = 0; k < points; k++) {
                product[k] *= lower[i][k];
            }
        }
        double sum = 0;
        for (int j = open.nextSetBit(0); j >= 0; j = open.nextSetBit(j + 1)) {
            condition(j, open);
            sum += best[j];
        }
        for (int j = open.nextSetBit(0); j >= 0; j = open.nextSetBit(j + 1)) {
            best[j] /= sum;
        }
    }

    private void condition(int j, BitSet open) {
        Arrays.fill(conditional[j], 0);
        for (int k = 0; k < points; k++) {
            if (lower[j][k] > 0 && product[k] > 0) {
                double weight = densities[j][k] * product[k] / lower[j][k];
                best[j] += weight;
                for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
                    double mean = i == j ? (k + 0.5) / points : partialMeans[i][k] / lower[i][k];
                    conditional[j][i] += weight * mean;
                }
            }
        }
        for (int i = open.nextSetBit(0); i >= 0 && best[j] > 0; i = open.nextSetBit(i + 1)) {
            conditional[j][i] /= best[j];
        }
    }
}
