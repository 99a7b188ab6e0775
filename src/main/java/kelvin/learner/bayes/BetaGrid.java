package kelvin.learner.bayes;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;

/**
 * Beta posteriors on a grid: the probability that each action is best, and the mean of each action given which one is
 * best.
 */
final class BetaGrid {
    /** The part of the largest weight below which those at both ends of the grid do not change a sum. */
    private static final double NEGLIGIBLE = 0x1p-70;

    private final int points;
    /** The middle x of each cell, ln x and ln(1 − x). */
    private final double[] middles;

    private final double[] logs;
    private final double[] complements;
    /** Of each action and cell: P(θ in the cell | θ below its middle), P(θ below its middle), E[θ | θ below its middle]. */
    private final double[][] rates;

    private final double[][] lower;
    private final double[][] partialMeans;
    private final double[] product;
    private final double[] weights;
    final double[] best;
    final double[] means;
    /** E[θ[i] | j best] in row j. */
    final double[][] conditional;

    BetaGrid(int actions, int points) {
        this.points = points;
        middles = new double[points];
        logs = new double[points];
        complements = new double[points];
        rates = new double[actions][points];
        lower = new double[actions][points];
        partialMeans = new double[actions][points];
        product = new double[points];
        weights = new double[points];
        best = new double[actions];
        means = new double[actions];
        conditional = new double[actions][actions];
        Arrays.setAll(middles, k -> (k + 0.5) / points);
        Arrays.setAll(logs, k -> Log.of(middles[k]));
        Arrays.setAll(complements, k -> Log1p.of(-middles[k]));
    }

    /** Replaces the posterior of one action. */
    void set(int action, double a, double b) {
        double[] mass = weights;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < points; k++) {
            mass[k] = (a - 1) * logs[k] + (b - 1) * complements[k];
            greatest = Math.max(greatest, mass[k]);
        }
        for (int k = 0; k < points; k++) {
            mass[k] -= greatest;
        }
        Exp.all(mass);
        double total = 0;
        for (int k = 0; k < points; k++) {
            total += mass[k];
        }
        double below = 0;
        double mean = 0;
        for (int k = 0; k < points; k++) {
            double part = mass[k] / total;
            // Half of a part lies below its middle.
            double under = below + part / 2;
            lower[action][k] = under;
            rates[action][k] = under > 0 ? part / under : 0;
            partialMeans[action][k] = under > 0 ? (mean + part / 2 * middles[k]) / under : 0;
            below += part;
            mean += part * middles[k];
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
        double greatest = 0;
        for (int k = 0; k < points; k++) {
            weights[k] = rates[j][k] * product[k];
            greatest = Math.max(greatest, weights[k]);
        }
        int from = 0;
        int to = points;
        while (from < to && weights[from] <= greatest * NEGLIGIBLE) {
            from++;
        }
        while (to > from && weights[to - 1] <= greatest * NEGLIGIBLE) {
            to--;
        }
        for (int k = from; k < to; k++) {
            best[j] += weights[k];
        }
        Arrays.fill(conditional[j], 0);
        for (int i = open.nextSetBit(0); i >= 0 && best[j] > 0; i = open.nextSetBit(i + 1)) {
            conditional[j][i] = product(weights, i == j ? middles : partialMeans[i], from, to) / best[j];
        }
    }

    /** Returns Σ x[k]·y[k] over a range, added up in four parts, which the processor can do at once. */
    private static double product(double[] x, double[] y, int from, int to) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int k = from;
        for (; k + 3 < to; k += 4) {
            first += x[k] * y[k];
            second += x[k + 1] * y[k + 1];
            third += x[k + 2] * y[k + 2];
            fourth += x[k + 3] * y[k + 3];
        }
        for (; k < to; k++) {
            first += x[k] * y[k];
        }
        return first + second + (third + fourth);
    }
}
