package kelvin.world;

import java.util.function.IntToDoubleFunction;

/**
 * The exact values of a world, by dynamic programming: undiscounted expected returns, to about 10⁻¹² of the largest.
 *
 * <pre>
 *   optimal:           v(s) = max over open a of q(s, a)
 *   under a policy π:  v(s) = Σ π(a|s)·q(s, a),      q(s, a) = Σ P(s′, r | s, a)·(r + v(s′)),   v = 0 where an episode ends
 * </pre>
 *
 * <p>Found by sweeping over all states until nothing changes, which takes a while for policies that wander about.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), sections 4.1 and 4.4</a>
 */
public final class Solution {
    private static final double SETTLED = 1e-13;
    private static final long MOST_SWEEPS = 1_000_000;

    private final Dynamics dynamics;
    private final double[] values;

    private Solution(Dynamics dynamics, double[] values) {
        this.dynamics = dynamics;
        this.values = values;
    }

    /**
     * The values if every decision is optimal, by value iteration.
     *
     * @param dynamics the world; no way around may pay for ever
     * @return its optimal values
     * @throws IllegalArgumentException if the values do not settle
     */
    public static Solution optimal(Dynamics dynamics) {
        double[] values = new double[dynamics.states()];
        sweep(dynamics, values, state -> {
            double best = Double.NEGATIVE_INFINITY;
            for (int action = 0; action < dynamics.actions(); action++) {
                if (dynamics.open(state, action)) {
                    best = Math.max(best, dynamics.worth(state, action, values));
                }
            }
            return best;
        });
        return new Solution(dynamics, values);
    }

    /**
     * The values under a policy, by iterative policy evaluation.
     *
     * @param dynamics the world
     * @param policy the probability of each action in each state, {@code policy[state][action]}; from every state, episodes end
     * @return its values
     * @throws IllegalArgumentException if the values do not settle
     */
    public static Solution under(Dynamics dynamics, double[][] policy) {
        double[] values = new double[dynamics.states()];
        sweep(dynamics, values, state -> {
            double mean = 0;
            for (int action = 0; action < dynamics.actions(); action++) {
                if (policy[state][action] > 0) {
                    mean += policy[state][action] * dynamics.worth(state, action, values);
                }
            }
            return mean;
        });
        return new Solution(dynamics, values);
    }

    private static void sweep(Dynamics dynamics, double[] values, IntToDoubleFunction better) {
        for (long sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double change = 0;
            double largest = 1;
            for (int state = 0; state < values.length; state++) {
                if (!dynamics.ends(state)) {
                    double value = better.applyAsDouble(state);
                    change = Math.max(change, Math.abs(value - values[state]));
                    largest = Math.max(largest, Math.abs(value));
                    values[state] = value;
                }
            }
            if (change <= SETTLED * largest) {
                return;
            }
        }
        throw new IllegalArgumentException("the values do not settle: episodes need not end");
    }

    /**
     * What is to be expected from a state on.
     *
     * @param state a state
     * @return v(state)
     */
    public double value(int state) {
        return values[state];
    }

    /**
     * What is to be expected of an action.
     *
     * @param state a state
     * @param action an action
     * @return q(state, action); −∞ if it is closed
     */
    public double value(int state, int action) {
        return dynamics.open(state, action) ? dynamics.worth(state, action, values) : Double.NEGATIVE_INFINITY;
    }

    /**
     * What is to be expected of an episode.
     *
     * @return the mean of v over the starts
     */
    public double episode() {
        return dynamics.worth(values);
    }
}
