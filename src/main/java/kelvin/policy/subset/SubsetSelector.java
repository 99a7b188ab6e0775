package kelvin.policy.subset;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.policy.ActionSelector;
import kelvin.policy.Tempered;
import kelvin.policy.ValueChecks;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Holds action values and draws sets of actions by a subset policy: the {@link ActionSelector} of several answers.
 *
 * <p>Sets come in an order: that of the draw from {@link PlackettLuce}, else the larger value first, ties in random order. The
 * set has the probability that the policy reports. Mutable; used by one thread at a time. Cost: the policy's draw, and up to
 * k²/4 moves to order k actions; allocates nothing per draw from the policies of this package.
 */
@Stability(STABLE)
public final class SubsetSelector implements Resumable {
    private final SubsetPolicy policy;
    private final double[] values;
    private final SubsetSampler sampler;
    private final UniformRandomProvider random;

    /**
     * Creates a selector with given values to start from.
     *
     * @param policy the rule from values to sets
     * @param values the value of each action, length n ≥ 1; copied
     * @param random where the uniform numbers come from
     * @throws IllegalArgumentException if there is no value, or one is {@code NaN} or {@code +∞}
     */
    public SubsetSelector(SubsetPolicy policy, double[] values, UniformRandomProvider random) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values is empty, must hold at least one action");
        }
        for (int i = 0; i < values.length; i++) {
            ValueChecks.check(i, values[i]);
        }
        this.policy = policy;
        this.values = values.clone();
        this.sampler = SubsetSampler.of(policy, values.length);
        this.random = random;
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
     * Sets the value of an action.
     *
     * @param action the action, in [0, n)
     * @param value its value, in reward units; {@code -∞} closes it
     * @throws IllegalArgumentException if the value is {@code NaN} or {@code +∞}
     */
    public void set(int action, double value) {
        ValueChecks.check(action, value);
        values[action] = value;
    }

    /**
     * Returns the temperature of the policy.
     *
     * @return τ in reward units; {@code NaN} where the policy has none
     */
    public double temperature() {
        return policy instanceof Tempered tempered ? tempered.temperature() : Double.NaN;
    }

    /**
     * Saves or loads the values, but not the source of the uniform numbers.
     *
     * @param fields where they are saved, or loaded from
     */
    @Override
    public void state(StateFields fields) {
        fields.reals("values", values);
        for (int i = 0; fields.loading() && i < values.length; i++) {
            ValueChecks.check(i, values[i]);
        }
    }

    /**
     * Draws a set.
     *
     * @param out receives its actions in order, from place 0; length at least n
     * @return how many there are
     * @throws IllegalArgumentException if all actions are closed, or fewer are open than the policy needs
     */
    public int select(int[] out) {
        return sampler.order(values, random, out);
    }

    /**
     * Writes the probability that each action is in the next set.
     *
     * @param out receives the inclusion probabilities, length n
     * @throws IllegalArgumentException if all actions are closed, or fewer are open than the policy needs
     */
    public void inclusion(double[] out) {
        policy.inclusion(values, out);
    }
}
