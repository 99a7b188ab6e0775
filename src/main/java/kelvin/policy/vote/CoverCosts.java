package kelvin.policy.vote;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * Pseudo-costs of online cover: the costs of the actions, less a bonus for those that few members have chosen yet. Members taught
 * such costs one after the other come to cover the good actions.
 *
 * @see <a href="https://proceedings.mlr.press/v32/agarwalb14.html">Agarwal, Hsu, Kale, Langford, Li and Schapire (2014), Taming the
 *     monster: a fast and simple algorithm for contextual bandits</a>
 */
@Stability(MAY_CHANGE)
public final class CoverCosts {
    private CoverCosts() {}

    /**
     * Returns the least probability of an action, as it decays with the decisions.
     *
     * @param step the decision, from 1
     * @param actions K, the number of actions, from 1
     * @return min(1/K, 1/√(K·step))
     */
    public static double minimum(long step, int actions) {
        return Math.min(1.0 / actions, 1 / Math.sqrt((double) actions * step));
    }

    /**
     * Writes the pseudo-costs of the next member, from what those before it have chosen.
     *
     * <pre>
     *   out[i] = costs[i] − psi·minimum·Z/max(p[i], minimum)
     *   p[i] = (number of choices of i)/M,   Z = the sum of p once each is raised to the minimum, as Vowpal Wabbit 9 keeps it
     * </pre>
     *
     * <p>Z starts at K·minimum + 1/M − minimum with the first choice; a choice of an action with p &lt; minimum adds max(0, 1/M −
     * (minimum − p)), another 1/M.
     *
     * @param costs the estimated cost of each action, length K, finite
     * @param choices the actions that the members before have chosen, in their order; at least one and less than M
     * @param members M, the number of members in all
     * @param minimum the least probability of an action, in (0, 1/K]
     * @param psi how much disagreement counts, in the unit of costs; finite and ≥ 0
     * @param out receives the pseudo-costs, length K; may be the same array as {@code costs}
     * @throws IllegalArgumentException if a number is out of its range or {@code out} has another length than {@code costs}
     * @throws IndexOutOfBoundsException if a choice is none of the K actions
     */
    public static void of(double[] costs, int[] choices, int members, double minimum, double psi, double[] out) {
        int actions = costs.length;
        Require.that(out.length == actions, "out.length", out.length, "costs.length = " + actions);
        Require.that(
                choices.length >= 1 && choices.length < members,
                "choices.length",
                choices.length,
                "at least 1 and less than members = " + members);
        Require.that(minimum > 0 && minimum <= 1.0 / actions, "minimum", minimum, "in (0, 1/" + actions + "]");
        Require.notNegative("psi", psi);
        double share = 1.0 / members;
        int[] votes = new int[actions];
        double total = minimum * actions + (share - minimum);
        votes[choices[0]] = 1;
        for (int i = 1; i < choices.length; i++) {
            double lacking = Math.max(0, minimum - votes[choices[i]] * share);
            total += Math.max(0, share - lacking);
            votes[choices[i]]++;
        }
        for (int i = 0; i < actions; i++) {
            out[i] = costs[i] - psi * minimum * (total / Math.max(votes[i] * share, minimum));
        }
    }
}
