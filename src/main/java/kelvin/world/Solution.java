package kelvin.world;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.stream.IntStream;
import kelvin.contract.Stability;

/**
 * The exact values of a world: undiscounted expected returns.
 *
 * <pre>
 *   optimal:           v(s) = max over open a of q(s, a)
 *   under a policy π:  v(s) = Σ π(a|s)·q(s, a),      q(s, a) = Σ P(s′, r | s, a)·(r + v(s′)),   v = 0 where an episode ends
 * </pre>
 *
 * <p>Under a policy a linear system is solved, by elimination: each value is right to about 10⁻¹² of what the magnitudes of all rewards
 * are expected to sum to, however long episodes take. Optimal values are found by sweeping over all states until none changes
 * by more than 10⁻¹³ of the largest, or of 1 where that is larger; the more steps an
 * optimal episode takes, the farther from its limit that may be.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), sections 4.1 and 4.4</a>
 */
@Stability(MAY_CHANGE)
public final class Solution {
    /** The change of a sweep, relative to the largest value, at which values have settled. */
    private static final double RELATIVE_TOLERANCE = 1e-13;

    /** The number of sweeps of value iteration after which policy iteration takes over. */
    private static final long MAX_SWEEPS = 20_000;

    /** The relative margin by which an action must be better to replace another: above rounding. */
    private static final double IMPROVEMENT_TOLERANCE = 1e-12;

    private final Dynamics dynamics;
    private final double[] values;

    private Solution(Dynamics dynamics, double[] values) {
        this.dynamics = dynamics;
        this.values = values;
    }

    /**
     * Solves for the optimal values, by value iteration or, where that does not settle soon, policy iteration.
     *
     * @param dynamics the world; no way around may pay for ever
     * @return its optimal values
     * @throws IllegalArgumentException if there is a state from which no episode ends, or going on for ever pays
     */
    public static Solution optimal(Dynamics dynamics) {
        double[] values = new double[dynamics.states()];
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            if (settles(dynamics, values)) {
                return new Solution(dynamics, values);
            }
        }
        return new Solution(dynamics, improved(dynamics));
    }

    /**
     * Solves for the values under a policy, by a linear system.
     *
     * @param dynamics the world
     * @param policy the probability of each action in each state, {@code policy[state][action]}, those of a state summing to 1; from every
     *     state that can be reached, episodes end
     * @return its values
     * @throws IllegalArgumentException if there is a state from which no episode ends
     */
    public static Solution under(Dynamics dynamics, double[][] policy) {
        return new Solution(dynamics, new AbsorbingChain(dynamics, policy).values());
    }

    /** Makes one sweep of value iteration; returns whether it changed next to nothing. */
    private static boolean settles(Dynamics dynamics, double[] values) {
        double change = 0;
        double largest = 1;
        for (int state = 0; state < values.length; state++) {
            if (!dynamics.ends(state)) {
                double value = dynamics.worth(state, best(dynamics, state, values), values);
                change = Math.max(change, Math.abs(value - values[state]));
                largest = Math.max(largest, Math.abs(value));
                values[state] = value;
            }
        }
        return change <= RELATIVE_TOLERANCE * largest;
    }

    /** Returns the first of the best actions. */
    private static int best(Dynamics dynamics, int state, double[] values) {
        int best = -1;
        for (int action = 0; action < dynamics.actions(); action++) {
            if (dynamics.open(state, action)
                    && (best < 0 || dynamics.worth(state, action, values) > dynamics.worth(state, best, values))) {
                best = action;
            }
        }
        return best;
    }

    /**
     * Improves the values by policy iteration from the uniform policy. An action replaces another only if it is truly
     * better, so that episodes go on ending.
     */
    private static double[] improved(Dynamics dynamics) {
        double[][] policy = new double[dynamics.states()][dynamics.actions()];
        for (int state = 0; state < policy.length; state++) {
            int row = state;
            double open = IntStream.range(0, dynamics.actions())
                    .filter(action -> dynamics.open(row, action))
                    .count();
            Arrays.setAll(policy[state], action -> dynamics.open(row, action) ? 1 / open : 0);
        }
        double[] values = new AbsorbingChain(dynamics, policy).values();
        while (improve(dynamics, values, policy)) {
            values = new AbsorbingChain(dynamics, policy).values();
        }
        return values;
    }

    private static boolean improve(Dynamics dynamics, double[] values, double[][] policy) {
        boolean improved = false;
        for (int state = 0; state < values.length; state++) {
            int best = dynamics.ends(state) ? -1 : best(dynamics, state, values);
            double margin = IMPROVEMENT_TOLERANCE * Math.max(1, Math.abs(values[state]));
            if (best >= 0 && dynamics.worth(state, best, values) > values[state] + margin) {
                Arrays.fill(policy[state], 0);
                policy[state][best] = 1;
                improved = true;
            }
        }
        return improved;
    }

    /**
     * Returns the expected return from a state on.
     *
     * @param state a state
     * @return v(state)
     */
    public double value(int state) {
        return values[state];
    }

    /**
     * Returns the expected return of an action in a state.
     *
     * @param state a state
     * @param action an action
     * @return q(state, action); −∞ if it is closed
     */
    public double value(int state, int action) {
        return dynamics.open(state, action) ? dynamics.worth(state, action, values) : Double.NEGATIVE_INFINITY;
    }

    /**
     * Returns the expected return of an episode.
     *
     * @return the mean of v over the starts
     */
    public double episode() {
        return dynamics.worth(values);
    }
}
