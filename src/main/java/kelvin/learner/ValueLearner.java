package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.policy.ActionSelector;
import kelvin.policy.PolicySchedule;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Estimates the value of each action and chooses by a policy.
 *
 * <pre>
 *   q[a] ← q[a] + α(n)·(r − q[a]),   n = rewards of action a, this one included
 * </pre>
 *
 * <p>With α(n) = 1/n the estimate is the sample average, and the first reward replaces the initial value; with a constant α it
 * is the recency-weighted average, in which the initial value fades. Cost per step: the policy's, plus one update.
 *
 * @param policy the rule from values to probabilities, constant or annealed; its step counts decisions, forced ones included
 * @param initialValue the estimate of an action without rewards, in reward units; finite. Above the true means it makes the
 *     learner try everything early ("optimistic")
 * @param stepSize α, by the number of rewards an action has given
 * @param tryEachArmFirst whether each action is first chosen once, in random order, before the policy decides
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), sections 2.2 to 2.6</a>
 */
@Summary("estimates the value of each arm and chooses by a policy")
@Stability(STABLE)
public record ValueLearner(
        PolicySchedule policy,
        @Default("0") double initialValue,
        @Default("{InverseCount: {start: 1}}") Schedule stepSize,
        @Default("false") boolean tryEachArmFirst)
        implements LearnerSpec {
    public ValueLearner {
        Require.finite("initialValue", initialValue);
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public SufficientHistory sufficientHistory() {
        return Estimates.averages(stepSize) ? SufficientHistory.SUMS : SufficientHistory.HISTORY;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new Player(this, problem.actions(), random);
    }

    private static final class Player implements Learner {
        private final ActionSelector selector;
        private final Estimates estimates;
        private final InitialPulls untried;

        Player(ValueLearner spec, int actions, UniformRandomProvider random) {
            double[] values = new double[actions];
            Arrays.fill(values, spec.initialValue);
            selector = new ActionSelector(spec.policy, values, random);
            estimates = new Estimates(actions, spec.initialValue, spec.stepSize);
            untried = new InitialPulls(spec.tryEachArmFirst ? actions : 0, random);
        }

        @Override
        public int select(long step) {
            return untried.any() ? untried.draw() : selector.select(step);
        }

        @Override
        public boolean probabilities(long step, double[] out) {
            if (untried.any()) {
                untried.shares(out);
            } else {
                selector.probabilities(step, out);
            }
            return true;
        }

        @Override
        public boolean values(long step, double[] out) {
            return estimates.values(out);
        }

        @Override
        public double temperature(long step) {
            return untried.any() ? Double.NaN : selector.temperature(step);
        }

        @Override
        public void observe(long step, int action, double reward) {
            untried.tried(action);
            double estimate = estimates.update(action, reward);
            if (selector.value(action) > Double.NEGATIVE_INFINITY) {
                selector.set(action, estimate);
            }
        }

        @Override
        public void open(BitSet actions) {
            untried.open(actions);
            for (int i = 0; i < selector.actions(); i++) {
                selector.set(i, actions.get(i) ? estimates.value(i) : Double.NEGATIVE_INFINITY);
            }
        }

        @Override
        public void state(StateFields fields) {
            fields.part("estimates", estimates);
            fields.part("untried", untried);
            fields.part("selector", selector);
        }
    }
}
