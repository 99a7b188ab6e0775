package kelvin.bandit.contextual;

import java.util.stream.DoubleStream;
import kelvin.model.Context;
import kelvin.model.Layout;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The weights of one realised world, and what they make of a context. Allocates nothing per step.
 *
 * @param layout which weights arms share
 * @param shared d
 * @param rows as in {@link LinearWeights}
 */
record LinearPredictor(Layout layout, int shared, double[][] rows) {
    private double[] first(int arm) {
        return rows[layout == Layout.SHARED ? 0 : arm];
    }

    private double[] last(int arm) {
        return layout == Layout.HYBRID ? rows[rows.length - 1] : first(arm);
    }

    /** Returns where in its row the weights of an arm's own features begin. */
    private int start() {
        return layout == Layout.HYBRID ? 0 : shared;
    }

    /** Writes η of each arm in a context. */
    void predict(Context context, double[] out) {
        double[] numbers = context.numbers();
        int start = start();
        for (int arm = 0; arm < out.length; arm++) {
            double[] first = first(arm);
            double[] last = last(arm);
            double sum = 0;
            for (int i = 0; i < shared; i++) {
                sum += first[i] * numbers[i];
            }
            int own = context.place(arm) - start;
            for (int i = start; i < last.length; i++) {
                sum += last[i] * numbers[own + i];
            }
            out[arm] = sum;
        }
    }

    /** Returns the weights of an arm's d + k features. */
    double[] of(int arm) {
        return DoubleStream.concat(
                        DoubleStream.of(first(arm)).limit(shared),
                        DoubleStream.of(last(arm)).skip(start()))
                .toArray();
    }

    /** Adds a normal number to each weight. */
    void move(double stdDev, ZigguratSampler.NormalizedGaussian normal) {
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] += stdDev * normal.sample();
            }
        }
    }
}
