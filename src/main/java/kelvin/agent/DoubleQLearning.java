package kelvin.agent;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Weights;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Workspace;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Q-learning with two estimates: one says which action is best, the other what it is worth.
 *
 * <pre>
 *   with probability ½ each:   q₁(s, a) ← q₁(s, a) + α·(r + γ·q₂(s′, argmax q₁(s′, ·)) − q₁(s, a)),   or q₁ and q₂ exchanged
 * </pre>
 *
 * <p>It acts on the mean of both. The noise that makes an action look best in one estimate is not in the other, so nothing is
 * overestimated for being the largest.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), section 6.7</a>
 * @param policy the rule from the values in a state to probabilities; its step counts episodes
 * @param stepSize α, by how often the value has been updated
 * @param discount γ, in [0, 1]
 * @param initialValue where every value starts, in units of the return; finite
 */
@Summary("two estimates of the action values, one to choose the best and one to judge it")
@Stability(MAY_CHANGE)
public record DoubleQLearning(
        PolicySchedule policy,
        Schedule stepSize,
        @Default("1") double discount,
        @Default("0") double initialValue) implements TemporalDifferenceSpec {
    public DoubleQLearning {
        TemporalDifferenceSpec.check(discount, initialValue);
    }

    @Override
    public Agent create(Task task, UniformRandomProvider random) {
        return new Player(this, task, random);
    }

    private static final class Player implements Agent {
        private final DoubleQLearning spec;
        private final ActionValues one;
        private final ActionValues two;
        private final double[] mean;
        private final double[] probabilities;
        private final Workspace work = new Workspace();
        private final UniformRandomProvider random;
        private Policy policy;
        private int state;
        private int action;

        Player(DoubleQLearning spec, Task task, UniformRandomProvider random) {
            this.spec = spec;
            this.one = new ActionValues(task, spec.initialValue);
            this.two = new ActionValues(task, spec.initialValue);
            this.mean = new double[task.actions()];
            this.probabilities = new double[task.actions()];
            this.random = random;
            this.policy = spec.policy.at(1);
        }

        @Override
        public int begin(long episode, int first) {
            policy = spec.policy.at(episode);
            return choose(first);
        }

        @Override
        public int step(double reward, int next) {
            boolean first = random.nextBoolean();
            ActionValues judged = first ? one : two;
            ActionValues judge = first ? two : one;
            double worth = judge.of(next, judged.bestAction(next, random));
            judged.learn(state, action, reward + spec.discount * worth, spec.stepSize);
            return choose(next);
        }

        @Override
        public void end(double reward) {
            (random.nextBoolean() ? one : two).learn(state, action, reward, spec.stepSize);
        }

        private int choose(int next) {
            probabilities(next, probabilities);
            state = next;
            action = Weights.draw(probabilities, random);
            return action;
        }

        @Override
        public boolean probabilities(int at, double[] out) {
            values(at, mean);
            work.probabilities(policy, mean, out);
            return true;
        }

        @Override
        public boolean values(int at, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = (one.of(at, i) + two.of(at, i)) / 2;
            }
            return true;
        }

        @Override
        public double temperature(int at) {
            values(at, mean);
            return policy.temperatureAt(mean);
        }
    }
}
