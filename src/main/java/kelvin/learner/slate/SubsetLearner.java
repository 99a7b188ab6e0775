package kelvin.learner.slate;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Estimates;
import kelvin.learner.OpenActions;
import kelvin.learner.ValueLearner;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.policy.subset.SubsetSelector;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Estimates the value of each action and shows the sets that a subset policy draws: {@link ValueLearner} for several answers.
 *
 * <pre>
 *   q[a] ← q[a] + α(n)·(r[a] − q[a]) for every action whose reward was seen,   n = rewards of a seen, this one included
 * </pre>
 *
 * <p>Actions are shown in the order in which {@link kelvin.policy.subset.PlackettLuce} drew them, from other policies the larger
 * estimate first, ties in random order. With slates of one it is a {@code ValueLearner}. Cost per step: the policy's, plus one
 * update per reward.
 *
 * @param policy the rule from values to sets
 * @param initialValue the estimate of an action without rewards, in reward units; finite. Where the policy gives the empty set for such
 *     values, nothing is ever learnt
 * @param stepSize α, by the number of rewards an action has given
 */
@Summary("estimates the value of each arm and shows several by a subset policy")
@Stability(STABLE)
public record SubsetLearner(
        SubsetPolicy policy,
        @Default("0") double initialValue,
        @Default("{InverseCount: {start: 1}}") Schedule stepSize)
        implements SlateSpec {
    public SubsetLearner {
        Require.finite("initialValue", initialValue);
    }

    @Override
    public SlateSizes slates(int actions) {
        return policy.sizes(actions);
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the policy needs more actions than there are
     */
    @Override
    public SlateLearner create(BanditTask problem, UniformRandomProvider random) {
        policy.select(new double[problem.actions()], () -> 0);
        return new Player(this, problem.actions(), random);
    }

    private static final class Player implements SlateLearner {
        private final SubsetSelector selector;
        private final Estimates estimates;
        private final BitSet open = new BitSet();
        private final int[] order;

        Player(SubsetLearner spec, int actions, UniformRandomProvider random) {
            double[] values = new double[actions];
            Arrays.fill(values, spec.initialValue);
            selector = new SubsetSelector(spec.policy, values, random);
            estimates = new Estimates(actions, spec.initialValue, spec.stepSize);
            order = new int[actions];
            open.set(0, actions);
        }

        @Override
        public void select(long step, Slate slate) {
            int size = selector.select(order);
            for (int place = 0; place < size; place++) {
                slate.add(order[place]);
            }
        }

        @Override
        public boolean inclusion(long step, double[] out) {
            selector.inclusion(out);
            return true;
        }

        @Override
        public boolean values(long step, double[] out) {
            return estimates.values(out);
        }

        @Override
        public double temperature(long step) {
            return selector.temperature();
        }

        @Override
        public void observe(long step, Slate slate) {
            for (int place = 0; place < slate.seen(); place++) {
                int action = slate.action(place);
                double estimate = estimates.update(action, slate.reward(place));
                if (open.get(action)) {
                    selector.set(action, estimate);
                }
            }
        }

        @Override
        public void open(BitSet actions) {
            open.clear();
            open.or(actions);
            for (int i = 0; i < selector.actions(); i++) {
                selector.set(i, open.get(i) ? estimates.value(i) : Double.NEGATIVE_INFINITY);
            }
        }

        @Override
        public void state(StateFields fields) {
            fields.part("estimates", estimates);
            fields.part("selector", selector);
            OpenActions.state(fields, open, order.length);
        }
    }
}
