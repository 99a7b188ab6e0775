package kelvin.simulation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;

/**
 * The arms of a bandit, the best of them ordered by true mean: what regret and ranks are measured against.
 *
 * @param gaps μ* − μ of each arm
 * @param order the arms from the largest mean down, ties by index; as many as have their selections counted
 * @param ranks the place of each arm in that order, from 0; the number of arms where it has none
 */
record Arms(double[] gaps, int[] order, int[] ranks) {
    static Arms of(Bandit bandit) {
        double[] means =
                IntStream.range(0, bandit.arms()).mapToDouble(bandit::mean).toArray();
        double[] sorted = means.clone();
        Arrays.sort(sorted);
        int counted = Math.min(means.length, Simulation.RANKS);
        double last = sorted[means.length - counted];
        int[] order = IntStream.range(0, means.length)
                .filter(arm -> means[arm] >= last)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer arm) -> -means[arm]))
                .mapToInt(Integer::intValue)
                .limit(counted)
                .toArray();
        double best = means[order[0]];
        double[] gaps = Arrays.stream(means).map(mean -> best - mean).toArray();
        int[] ranks = new int[means.length];
        Arrays.fill(ranks, means.length);
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return new Arms(gaps, order, ranks);
    }
}
