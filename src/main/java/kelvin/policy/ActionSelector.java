package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Require;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Holds the values of one decision maker and draws actions from them: the stateful companion of the pure policies.
 *
 * <pre>{@code
 * ActionSelector selector = new ActionSelector(new Softmax(0.2), new double[10], random);
 * int action = selector.select(step);
 * selector.set(action, estimate);
 * }</pre>
 *
 * <p>Decisions have the probabilities of the policy, as {@link Policy#select} has. What is quicker than starting afresh is
 * kept from one to the next: under a constant {@link Softmax} or {@link SigmoidGate} a decision and a new value cost one
 * exponential and O(log n), and draw the same actions as {@code select} would from the same random numbers, but for
 * rounding; under either whose temperature falls the same holds on average, with other random numbers. Every other policy
 * costs what it costs, but nothing while no value changes.
 *
 * <p>A decision among all actions allocates nothing: what a policy needs to sort or solve is kept, some arrays as long as {@code values}. But
 * an annealed policy other than these is itself a new, small object for each step. Used by one thread at a time.
 */
@Stability(STABLE)
public final class ActionSelector implements Resumable {
    private final PolicySchedule policy;
    private final double[] values;
    private final Sampler sampler;
    private final Workspace work = new Workspace();
    private final UniformRandomProvider random;

    /**
     * Creates a selector with starting values.
     *
     * @param policy the policy, constant or annealed
     * @param values the starting value of each action, copied; finite or −∞ (closed)
     * @param random where the uniform numbers come from
     * @throws IllegalArgumentException if {@code values} is empty or holds {@code NaN} or {@code +∞}
     */
    public ActionSelector(PolicySchedule policy, double[] values, UniformRandomProvider random) {
        Require.notNull("policy", policy);
        Require.notNull("random", random);
        if (values.length == 0) {
            throw new IllegalArgumentException("values is empty, must hold at least one action");
        }
        this.policy = policy;
        this.values = new double[values.length];
        this.random = random;
        for (int i = 0; i < values.length; i++) {
            ValueChecks.check(i, values[i]);
            this.values[i] = values[i];
        }
        this.sampler = Sampler.of(policy, this.values);
    }

    /**
     * Returns the number of actions.
     *
     * @return n
     */
    public int actions() {
        return values.length;
    }

    /**
     * Returns the present value of an action.
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
        ValueChecks.check(action, value);
        values[action] = value;
        sampler.changed(action);
    }

    /**
     * Changes the values of all actions, as a model that scores them anew for each decision does. Costs as much as {@link #set} for
     * each.
     *
     * @param newValues the new value of each action, copied; finite or −∞ (closed)
     * @throws IllegalArgumentException if there are not n, or one is {@code NaN} or {@code +∞}; then nothing has changed
     */
    public void setAll(double... newValues) {
        if (newValues.length != values.length) {
            throw new IllegalArgumentException(
                    "newValues.length = " + newValues.length + ", must be the number of actions, " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            ValueChecks.check(i, newValues[i]);
        }
        for (int i = 0; i < values.length; i++) {
            set(i, newValues[i]);
        }
    }

    /**
     * Returns the present value of every action; {@link #setAll} brings them back.
     *
     * @return a copy
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * Draws an action with the probabilities of the policy in force at a step.
     *
     * @param step decisions made so far + 1, forced ones included
     * @return the action drawn
     * @throws IllegalArgumentException if no action is open, or a scheduled number leaves the policy's range
     */
    public int select(long step) {
        return sampler.draw(step, random);
    }

    /**
     * Draws among some of the actions only, for one decision: the others are closed to it, and none is opened by it. Costs one
     * evaluation of the policy, O(n).
     *
     * @param step decisions made so far + 1, forced ones included
     * @param open the actions that may be drawn, in [0, n); those with the value −∞ may not
     * @return the action drawn
     * @throws IllegalArgumentException if there is no such action, none is open, or a scheduled number leaves the policy's range
     */
    public int select(long step, BitSet open) {
        if (open.length() > values.length) {
            throw new IllegalArgumentException(
                    "open holds action " + (open.length() - 1) + ", must be in [0, " + (values.length - 1) + "]");
        }
        double[] among = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            among[i] = open.get(i) ? values[i] : Double.NEGATIVE_INFINITY;
        }
        return work.select(policy.at(step), among, random);
    }

    /**
     * Writes the probability of each action at a step; draws nothing.
     *
     * @param step decisions made so far + 1, forced ones included
     * @param out receives the probabilities, length n
     * @throws IllegalArgumentException as {@link #select} does
     */
    public void probabilities(long step, double[] out) {
        work.probabilities(policy.at(step), values, out);
    }

    /**
     * Saves or loads the values and what is kept from one decision to the next, but not the source of the uniform numbers.
     *
     * @param fields where they are saved, or loaded from
     */
    @Override
    public void state(StateFields fields) {
        fields.reals("values", values);
        for (int i = 0; fields.loading() && i < values.length; i++) {
            ValueChecks.check(i, values[i]);
        }
        fields.part("sampler", sampler);
    }

    /**
     * Returns the temperature in force at a step; draws nothing.
     *
     * @param step decisions made so far + 1, forced ones included
     * @return as {@link Policy#temperatureAt} says
     * @throws IllegalArgumentException if a scheduled number leaves the policy's range
     */
    public double temperature(long step) {
        return policy.at(step).temperatureAt(values);
    }

    /**
     * Returns the probability of each action at a step, in a new array.
     *
     * @param step decisions made so far + 1, forced ones included
     * @return the probabilities
     * @throws IllegalArgumentException as {@link #select} does
     */
    public double[] probabilities(long step) {
        double[] out = new double[values.length];
        probabilities(step, out);
        return out;
    }
}
