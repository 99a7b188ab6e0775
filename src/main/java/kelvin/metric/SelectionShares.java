package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import kelvin.contract.Stability;

/**
 * The shares of the arms in a learner's choices: fractions of the steps since the previous reported one, averaged over
 * repetitions. They add up to 1, or, where several arms are shown at a step, to how many that were on average.
 *
 * <p>The arrays are shared, not copied: read them only.
 *
 * @param learner the learner's label
 * @param steps the reported steps, increasing
 * @param arms the arm that holds each rank, from 0; empty when the means vary by repetition and only rank has meaning
 * @param frequency {@code frequency[point][rank]}, rank 0 being the arm with the largest true mean; in data files ranks
 *     count from 1
 */
@Stability(MAY_CHANGE)
public record SelectionShares(String learner, long[] steps, int[] arms, double[][] frequency) {
    /** The largest number of shares of all learners together that results keep, so that {@code selections.csv} stays usable. */
    public static final int MAX_ROWS = 1_000_000;

    /**
     * Returns the largest number of ranks that results keep.
     *
     * @param learners the number of learners, at least 1
     * @param ranks the number of ranks that were counted, at least 1
     * @return {@code ranks}, or fewer where one step of all learners would exceed {@value #MAX_ROWS} rows; at least 1
     */
    public static int mostRanks(int learners, int ranks) {
        return Math.max(1, Math.min(ranks, MAX_ROWS / learners));
    }

    /**
     * Returns the largest number of steps that results keep.
     *
     * @param learners the number of learners, at least 1
     * @param ranks the number of ranks that were counted, at least 1
     * @return ⌊{@value #MAX_ROWS} / (learners · ranks)⌋, at least 1
     */
    public static int mostSteps(int learners, int ranks) {
        return Math.max(1, MAX_ROWS / learners / mostRanks(learners, ranks));
    }

    /**
     * Returns a choice of steps: all, or some at about equal ratios.
     *
     * @param steps steps, increasing
     * @param most how many at most, at least 1
     * @return some of the steps, increasing, the last among them
     */
    public static long[] steps(long[] steps, int most) {
        return Arrays.stream(RegretPaths.places(steps, most))
                .mapToLong(place -> steps[place])
                .toArray();
    }

    /**
     * Limits the shares of all learners to {@value #MAX_ROWS} rows: first to fewer steps at about equal ratios, whose shares are means
     * over all steps since the previous one that is left, then to the best ranks.
     *
     * @param all the shares of every learner, at the same steps and ranks
     * @return the same if they are within the limit
     */
    public static List<SelectionShares> limited(List<SelectionShares> all) {
        return all.stream().map(shares -> shares.limited(all.size())).toList();
    }

    private SelectionShares limited(int learners) {
        int counted = frequency[0].length;
        int ranks = mostRanks(learners, counted);
        int most = mostSteps(learners, counted);
        if (steps.length <= most && ranks == counted) {
            return this;
        }
        int[] places = RegretPaths.places(steps, most);
        double[][] means = new double[places.length][];
        int from = 0;
        for (int i = 0; i < places.length; i++) {
            means[i] = mean(from, places[i], ranks);
            from = places[i] + 1;
        }
        return new SelectionShares(
                learner, steps(steps, most), arms.length == 0 ? arms : Arrays.copyOf(arms, ranks), means);
    }

    /** Returns the shares over the steps of several points, which a point counts by. */
    private double[] mean(int from, int last, int ranks) {
        double[] mean = new double[ranks];
        long before = from == 0 ? 0 : steps[from - 1];
        for (int rank = 0; rank < ranks; rank++) {
            double selected = 0;
            for (int point = from; point <= last; point++) {
                selected += frequency[point][rank] * (steps[point] - (point == 0 ? 0 : steps[point - 1]));
            }
            mean[rank] = selected / (steps[last] - before);
        }
        return mean;
    }
}
