package kelvin.learner.nonstationary;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Resumable;
import kelvin.contract.StateFields;
import kelvin.learner.Learner;
import kelvin.learner.OpenActions;
import kelvin.policy.ActionSelector;
import kelvin.policy.PolicySchedule;
import org.apache.commons.rng.UniformRandomProvider;

/** The player of learners that choose by a policy over values of which old rewards fade. */
final class ForgettingLearner implements Learner {
    /** The values of actions, of which old rewards fade. */
    interface Memory extends Resumable {
        /** Prepares for the decision of a step: fades the values. */
        default void advance(long step) {}

        void learn(long step, int action, double reward);

        double value(int action);
    }

    private final ActionSelector selector;
    private final Memory memory;
    private final BitSet open = new BitSet();

    ForgettingLearner(PolicySchedule policy, Memory memory, int actions, UniformRandomProvider random) {
        double[] values = new double[actions];
        Arrays.setAll(values, memory::value);
        this.selector = new ActionSelector(policy, values, random);
        this.memory = memory;
        this.open.set(0, actions);
    }

    @Override
    public int select(long step) {
        update(step);
        return selector.select(step);
    }

    @Override
    public boolean probabilities(long step, double[] out) {
        update(step);
        selector.probabilities(step, out);
        return true;
    }

    @Override
    public boolean values(long step, double[] out) {
        memory.advance(step);
        Arrays.setAll(out, memory::value);
        return true;
    }

    @Override
    public double temperature(long step) {
        update(step);
        return selector.temperature(step);
    }

    private void update(long step) {
        memory.advance(step);
        for (int i = 0; i < selector.actions(); i++) {
            double value = open.get(i) ? memory.value(i) : Double.NEGATIVE_INFINITY;
            if (value != selector.value(i)) {
                selector.set(i, value);
            }
        }
    }

    @Override
    public void observe(long step, int action, double reward) {
        memory.learn(step, action, reward);
    }

    @Override
    public void open(BitSet actions) {
        open.clear();
        open.or(actions);
    }

    @Override
    public void state(StateFields fields) {
        fields.part("memory", memory);
        fields.part("selector", selector);
        OpenActions.state(fields, open, selector.actions());
    }
}
