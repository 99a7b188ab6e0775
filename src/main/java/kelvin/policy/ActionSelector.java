package kelvin.policy;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Holds the values of one decision maker and draws actions from them: the stateful companion of the pure policies.
 *
 * <pre>
 *   ActionSelector selector = new ActionSelector(new Softmax(0.2), new double[10], random);
 *   int action = selector.select(step);
 *   selector.set(action, newEstimate);
 * </pre>
 *
 * <p>It draws the same actions as {@link Policy#select} would from the same values and random numbers, and allocates
 * nothing per decision under a policy that does not change. Used by one thread at a time.
 */
public final class ActionSelector {
    private final PolicySchedule policy;
    private final double[] values;
    private final double[] weights;
    private final UniformRandomProvider random;

    /**
     * A selector with starting values.
     *
     * @param policy the policy, constant or annealed
     * @param values the starting value of each action, copied; finite or −∞ (closed)
     * @param random where the uniform numbers come from
     * @throws IllegalArgumentException if {@code values} is empty or holds {@code NaN} or {@code +∞}
     */
    public ActionSelector(PolicySchedule policy, double[] values, UniformRandomProvider random) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values is empty, must hold at least one action");
        }
        this.policy = policy;
        this.values = new double[values.length];
        this.weights = new double[values.length];
        this.random = random;
        for (int i = 0; i < values.length; i++) {
            set(i, values[i]);
        }
    }

    /**
     * The number of actions.
     *
     * @return n
     */
    public int actions() {
        return values.length;
    }

    /**
     * The present value of an action.
     *
     * @param action the action, in [0, n)
     * @return its value
     */
    public double value(int action) {
        return values[action];
    }

    /**
     * Changes the value of one action.
     *
     * @param action the action, in [0, n)
     * @param value its new value, finite or −∞ (closed)
     * @throws IllegalArgumentException if the value is {@code NaN} or {@code +∞}
     */
    public void set(int action, double value) {
        Values.check(action, value);
        values[action] = value;
    }

    /**
     * Draws an action with the probabilities of the policy in force at a step.
     *
     * @param step decisions made so far + 1, forced ones included
     * @return the action drawn
     * @throws IllegalArgumentException if no action is open, or a scheduled number leaves the policy's range
     */
    public int select(long step) {
        Policy now = policy.at(step);
        if (now instanceof ScoredPolicy scored) {
            scored.weights(values, weights);
        } else {
            now.probabilities(values, weights);
        }
        return Weights.draw(weights, random);
    }

    /**
     * Writes the probability of each action at a step; draws nothing.
     *
     * @param step decisions made so far + 1, forced ones included
     * @param out receives the probabilities, length n
     * @throws IllegalArgumentException as {@link #select} does
     */
    public void probabilities(long step, double[] out) {
        policy.at(step).probabilities(values, out);
    }

    /**
     * The probability of each action at a step, in a new array.
     *
     * @param step decisions made so far + 1, forced ones included
     * @return the probabilities
     * @throws IllegalArgumentException as {@link #select} does
     */
    public double[] probabilities(long step) {
        return policy.at(step).probabilities(values);
    }
}
