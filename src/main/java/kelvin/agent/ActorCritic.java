package kelvin.agent;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.policy.PolicySchedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * One-step actor–critic: the critic's temporal-difference error at every step says whether the actor does the same more
 * often.
 *
 * <pre>
 *   δ = r + γ·v(s′) − v(s),   v = 0 where the episode ends
 *   v(s) ← v(s) + β·δ,   θ(s, ·) ← θ(s, ·) + α·γᵗ·δ·∇ ln π(a|s)
 * </pre>
 *
 * <p>Gradients are exact. Preferences θ and values v start at 0.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), section 13.5</a>
 * @param policy the rule from preferences to probabilities, one with gradients ({@code Softmax}, {@code SigmoidGate}); its step
 *     counts episodes
 * @param stepSize α of the actor, finite and &gt; 0
 * @param criticStepSize β of the critic, in [0, 1]
 * @param discount γ, in [0, 1]
 */
@Summary("preferences moved along the exact policy gradient by the surprise of a learnt value")
@Stability(MAY_CHANGE)
public record ActorCritic(
        PolicySchedule policy,
        double stepSize,
        double criticStepSize,
        @Default("1") double discount) implements AgentSpec {
    public ActorCritic {
        Preferences.differentiable(policy, 1);
        Require.positive("stepSize", stepSize);
        Require.probability("criticStepSize", criticStepSize);
        Require.probability("discount", discount);
    }

    @Override
    public Player create(Task task, UniformRandomProvider random) {
        return new Player(this, task, random);
    }

    static final class Player implements Agent {
        private final ActorCritic spec;
        private final Preferences preferences;
        private final double[] values;
        private final UniformRandomProvider random;
        private double discounted;
        private int state;
        private int action;

        Player(ActorCritic spec, Task task, UniformRandomProvider random) {
            this.spec = spec;
            this.preferences = new Preferences(task, spec.policy);
            this.values = new double[task.states()];
            this.random = random;
        }

        @Override
        public int begin(long episode, int first) {
            preferences.begin(episode);
            discounted = 1;
            return choose(first);
        }

        @Override
        public int step(double reward, int next) {
            learn(reward + spec.discount * values[next]);
            return choose(next);
        }

        @Override
        public void end(double reward) {
            learn(reward);
        }

        private void learn(double target) {
            double surprise = target - values[state];
            values[state] += spec.criticStepSize * surprise;
            preferences.move(state, spec.stepSize * discounted * surprise, preferences.gradient(state, action));
            discounted *= spec.discount;
        }

        private int choose(int next) {
            state = next;
            action = preferences.draw(next, random);
            return action;
        }

        double value(int at) {
            return values[at];
        }

        @Override
        public boolean probabilities(int at, double[] out) {
            preferences.probabilities(at, out);
            return true;
        }
    }
}
