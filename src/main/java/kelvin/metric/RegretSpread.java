package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;

/**
 * The spread of regret over single repetitions: quantiles over time, and the share that is linear at the end.
 *
 * <p>With R the cumulative regret of a repetition, T the horizon, q = ⌊T/4⌋ and u the expected regret per step of uniform play in that
 * repetition's problem, regret is linear at the end if
 *
 * <pre>
 *   R(T) − R(T − q) ≥ 0.95·(R(T − q) − R(T − 2q)),   R(T) − R(T − q) ≥ 0.1·q·u   and   R(T) &gt; R(T − q)
 * </pre>
 *
 * <p>Regret that grows like tᵃ has the ratio (1 − ¾ᵃ)/(¾ᵃ − ½ᵃ) of both growths: 1 where it is linear, 0.84 for √t, 0.71 for ln t.
 *
 * <p>The arrays are shared, not copied: read them only.
 *
 * @param learner the learner's label
 * @param steps the steps, increasing, the last being the horizon
 * @param quantiles {@code quantiles[i][k]}, the quantile {@code LEVELS[k]} of the regret up to {@code steps[i]}
 * @param linear the share of repetitions that are linear at the end, in [0, 1]; {@code NaN} where that cannot be judged: in a world
 *     that changes or has states, where slates are played, and below four steps
 */
@Stability(MAY_CHANGE)
public record RegretSpread(String learner, long[] steps, double[][] quantiles, double linear) {
    /** The levels of the quantiles kept, in this order. */
    public static final List<Double> LEVELS = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    /** The least growth of regret in the last quarter, relative to that in the third. */
    private static final double MIN_GROWTH_RATIO = 0.95;

    /** The least growth of regret in the last quarter, as a share of that under uniform play. */
    private static final double MIN_SHARE_OF_UNIFORM = 0.1;

    /**
     * Computes the quantiles; cost is a selection per step, linear in the repetitions.
     *
     * @param paths at least one repetition
     * @param quarters of each repetition the growth of regret in the third and in the last quarter of the horizon, and what uniform
     *     play is expected to lose in a quarter; {@code NaN} where unknown
     * @return how they spread
     */
    public static RegretSpread of(RegretPaths paths, List<double[]> quarters) {
        double[] levels = LEVELS.stream().mapToDouble(level -> level).toArray();
        double[][] quantiles = paths.columns()
                .map(column -> RunSummary.quantiles(column, levels))
                .toArray(double[][]::new);
        double linear = quarters.stream()
                .mapToDouble(each -> linear(each[0], each[1], each[2]))
                .average()
                .orElse(Double.NaN);
        return new RegretSpread(paths.learner(), paths.steps(), quantiles, linear);
    }

    /** Returns 1 if the regret is linear, else 0; {@code NaN} if one of the numbers is. */
    private static double linear(double third, double last, double uniform) {
        if (Double.isNaN(third + last + uniform)) {
            return Double.NaN;
        }
        return last > 0 && last >= MIN_GROWTH_RATIO * third && last >= MIN_SHARE_OF_UNIFORM * uniform ? 1 : 0;
    }
}
