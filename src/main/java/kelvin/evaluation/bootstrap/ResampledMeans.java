package kelvin.evaluation.bootstrap;

import java.util.Arrays;

/**
 * Fits of mean rewards by action to many resamples at once, from the decisions of the other half of the log, as differences from the fit to the whole log: 32 bytes per resample and action.
 *
 * <p>All arrays have a number for each resample.
 */
final class ResampledMeans {
    private final int actions;
    private final double[][] sums;
    private final double[][] counts;
    private final double[][] totals;
    private final double[][] sizes;
    private final double[][] shifts;

    ResampledMeans(int actions, int resamples) {
        this.actions = actions;
        sums = new double[2 * actions][resamples];
        counts = new double[2 * actions][resamples];
        totals = new double[2][resamples];
        sizes = new double[2][resamples];
        shifts = new double[2][resamples];
    }

    /** Adds a decision that is in each resample so many times. */
    void add(int decision, int action, double reward, double weight, double[] times) {
        int half = decision & 1;
        add(sums[half * actions + action], times, weight * reward);
        add(counts[half * actions + action], times, weight);
        add(totals[half], times, weight * reward);
        add(sizes[half], times, weight);
    }

    private static void add(double[] sums, double[] times, double number) {
        for (int b = 0; b < sums.length; b++) {
            sums[b] += times[b] * number;
        }
    }

    /**
     * Ends the fits.
     *
     * @param fitted what the fit to the whole log predicts for each half of it
     * @param wanted the mean target of each half
     */
    void end(double[][] fitted, double[][] wanted) {
        for (int half = 0; half < 2; half++) {
            double[] predictions = fitted[half];
            for (int a = 0; a < actions; a++) {
                double[] means = sums[(1 - half) * actions + a];
                for (int b = 0; b < means.length; b++) {
                    double count = counts[(1 - half) * actions + a][b];
                    means[b] = (count > 0 ? means[b] / count : mean(1 - half, b)) - predictions[a];
                }
                add(shifts[half], means, wanted[half][a]);
            }
        }
        Arrays.fill(counts, null);
    }

    private double mean(int half, int b) {
        return sizes[half][b] > 0
                ? totals[half][b] / sizes[half][b]
                : (totals[0][b] + totals[1][b]) / (sizes[0][b] + sizes[1][b]);
    }

    /** Returns how much the prediction for an action at a decision differs in each resample. */
    double[] differences(int decision, int action) {
        return sums[(1 - (decision & 1)) * actions + action];
    }

    /** Returns how much the prediction for the mean target of a decision's half differs in each resample. */
    double[] shifts(int decision) {
        return shifts[decision & 1];
    }
}
