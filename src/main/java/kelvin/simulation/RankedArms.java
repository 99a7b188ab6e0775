package kelvin.simulation;

import java.util.Arrays;
import kelvin.bandit.Bandit;
import kelvin.contract.ContractViolation;

/**
 * The arms of a bandit, the best of them ordered by true mean, over contexts where those are seen: what regret and ranks are measured against.
 *
 * @param gaps μ* − μ of each arm
 * @param order the arms from the largest mean down, ties by index; as many as have their selections counted
 * @param ranks the place of each arm in that order, from 0; the number of arms where it has none
 */
record RankedArms(double[] gaps, int[] order, int[] ranks) {
    static RankedArms of(Bandit bandit) {
        double[] means = new double[bandit.arms()];
        for (int arm = 0; arm < means.length; arm++) {
            means[arm] = bandit.mean(arm);
            if (!Double.isFinite(means[arm])) {
                throw new ContractViolation(bandit, "mean", means[arm] + " for arm " + arm, "be finite");
            }
        }
        int[] order = order(means, Math.min(means.length, Simulation.MAX_RANKS));
        int[] ranks = new int[means.length];
        Arrays.fill(ranks, means.length);
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        double[] gaps = new double[means.length];
        for (int arm = 0; arm < means.length; arm++) {
            gaps[arm] = means[order[0]] - means[arm];
        }
        return new RankedArms(gaps, order, ranks);
    }

    /** Returns the arms in the first places, found by insertion: an arm among many seldom gets so far. */
    private static int[] order(double[] means, int places) {
        int[] order = new int[places];
        for (int arm = 0; arm < means.length; arm++) {
            int place = Math.min(arm, places);
            while (place > 0 && means[arm] > means[order[place - 1]]) {
                if (place < places) {
                    order[place] = order[place - 1];
                }
                place--;
            }
            if (place < places) {
                order[place] = arm;
            }
        }
        return order;
    }
}
