package kelvin.policy.vote;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.contract.Stability;
import kelvin.policy.ValueChecks;

/**
 * Shares of votes: the probability of each action where a member of an ensemble, drawn uniformly, takes the action that is best in
 * its eyes. Bootstrap aggregation (bagging) explores in this way.
 */
@Stability(MAY_CHANGE)
public final class VoteShares {
    private VoteShares() {}

    /**
     * Writes the share of the members for which each action is the best.
     *
     * <pre>
     *   out[i] = 1/M·Σ [q[m][i] = max q[m]]/k[m],   M = number of members, k[m] = number of actions that are best for member m
     * </pre>
     *
     * @param values the values of each member, a row each, at least one; as for
     *     {@link kelvin.policy.Policy#probabilities(double[], double[])}
     * @param out receives the shares, length K; 0 for an action that no member prefers
     * @throws IllegalArgumentException if there is no row, a row differs in length from {@code out}, or it holds {@code NaN}, +∞ or
     *     no finite number
     */
    public static void of(double[][] values, double[] out) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values is empty, must hold at least one member");
        }
        Arrays.fill(out, 0);
        for (double[] member : values) {
            double best = ValueChecks.best(member, out);
            double vote = 1.0 / ValueChecks.count(member, best);
            for (int i = 0; i < out.length; i++) {
                out[i] += member[i] == best ? vote : 0;
            }
        }
        for (int i = 0; i < out.length; i++) {
            out[i] /= values.length;
        }
    }
}
