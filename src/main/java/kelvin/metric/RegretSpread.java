package kelvin.metric;

import java.util.Arrays;
import java.util.List;

/**
 * How the regret of single repetitions spreads: quantiles over time, and how many repetitions failed.
 *
 * <p>A repetition failed if its regret grew about linearly to the end: with h the step nearest to half the horizon T,
 *
 * <pre>
 *   (R(T) − R(h))/(T − h) ≥ ¾·R(h)/h   and   R(T) &gt; R(h)
 * </pre>
 *
 * <p>Regret that grows like tᵃ has 2ᵃ − 1 instead of ¾ at h = T/2: 1 where it is linear, 0.41 for √t, and ¾ for a = 0.81.
 *
 * <p>The arrays are shared, not copied: read them only.
 *
 * @param learner the learner's label
 * @param steps the steps, increasing, the last being the horizon
 * @param quantiles {@code quantiles[i][k]}, the quantile {@code LEVELS[k]} of the regret up to {@code steps[i]}
 * @param failed the share of repetitions that failed, in [0, 1]; {@code NaN} if no step before the horizon was reported
 */
public record RegretSpread(String learner, long[] steps, double[][] quantiles, double failed) {
    /** Which quantiles are kept, in this order. */
    public static final List<Double> LEVELS = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    private static final double LINEAR = 0.75;

    /**
     * Takes the quantiles; cost is one sort per step.
     *
     * @param paths at least one repetition
     * @return how they spread
     */
    public static RegretSpread of(Paths paths) {
        int points = paths.steps().length;
        double[][] quantiles = new double[points][];
        for (int i = 0; i < points; i++) {
            double[] sorted = paths.at(i).values();
            Arrays.sort(sorted);
            quantiles[i] = LEVELS.stream()
                    .mapToDouble(level -> TrialSummary.quantile(sorted, level))
                    .toArray();
        }
        return new RegretSpread(paths.learner(), paths.steps(), quantiles, failed(paths));
    }

    private static double failed(Paths paths) {
        long[] steps = paths.steps();
        int last = steps.length - 1;
        long horizon = steps[last];
        int half = -1;
        for (int i = 0; i < last; i++) {
            if (half < 0 || Math.abs(2 * steps[i] - horizon) < Math.abs(2 * steps[half] - horizon)) {
                half = i;
            }
        }
        if (half < 0) {
            return Double.NaN;
        }
        int failed = 0;
        for (double[] regret : paths.regret()) {
            double late = (regret[last] - regret[half]) / (horizon - steps[half]);
            failed += late > 0 && late >= LINEAR * regret[half] / steps[half] ? 1 : 0;
        }
        return (double) failed / paths.regret().length;
    }
}
