package kelvin.simulation;

import java.util.Comparator;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;

/**
 * The arms of a bandit, ordered by true mean: what regret and ranks are measured against.
 *
 * @param gaps μ* − μ of each arm
 * @param order the arms from the largest mean down, ties by index
 * @param ranks the place of each arm in that order, from 0
 */
record Arms(double[] gaps, int[] order, int[] ranks) {
    static Arms of(Bandit bandit) {
        double[] means =
                IntStream.range(0, bandit.arms()).mapToDouble(bandit::mean).toArray();
        int[] order = IntStream.range(0, means.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer arm) -> -means[arm]))
                .mapToInt(Integer::intValue)
                .toArray();
        double best = means[order[0]];
        double[] gaps = new double[means.length];
        int[] ranks = new int[means.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
            gaps[order[rank]] = best - means[order[rank]];
        }
        return new Arms(gaps, order, ranks);
    }
}
