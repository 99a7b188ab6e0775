package kelvin.agent;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Pow;
import kelvin.policy.PolicySchedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * REINFORCE, the Monte Carlo policy gradient: after each episode, its actions are made likelier in proportion to the
 * return that followed them.
 *
 * <pre>
 *   θ(s_t, ·) ← θ(s_t, ·) + α·γᵗ·(G_t − b(s_t))·∇ ln π(a_t|s_t),   G_t = Σ γᵏ·r_{t+k+1}
 *   b(s_t) ← b(s_t) + β·(G_t − b(s_t))
 * </pre>
 *
 * <p>Gradients are exact, and are taken at the preferences θ and baselines b that the episode was played with: on average a step is α times
 * the gradient of the expected return. Without a baseline (β = 0) b stays 0. Memory: one gradient per step of an episode.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), sections 13.3 and 13.4</a>
 * @param policy the rule from preferences to probabilities, one with gradients ({@code Softmax}, {@code SigmoidGate}); its step
 *     counts episodes
 * @param stepSize α, finite and &gt; 0
 * @param baselineStepSize β, in [0, 1]
 * @param discount γ, in [0, 1]
 */
@Summary("preferences moved along the exact policy gradient by the returns of whole episodes")
@Stability(MAY_CHANGE)
public record Reinforce(
        PolicySchedule policy,
        double stepSize,
        @Default("0") double baselineStepSize,
        @Default("1") double discount) implements AgentSpec {
    public Reinforce {
        Preferences.differentiable(policy, 1);
        Require.positive("stepSize", stepSize);
        Require.probability("baselineStepSize", baselineStepSize);
        Require.probability("discount", discount);
    }

    @Override
    public Agent create(Task task, UniformRandomProvider random) {
        return new Player(this, task, random);
    }

    private static final class Player implements Agent {
        private record Decision(int state, double[] gradient) {}

        private final Reinforce spec;
        private final Preferences preferences;
        private final double[] baseline;
        private final UniformRandomProvider random;
        private final List<Decision> decisions = new ArrayList<>();
        private final List<Double> rewards = new ArrayList<>();

        Player(Reinforce spec, Task task, UniformRandomProvider random) {
            this.spec = spec;
            this.preferences = new Preferences(task, spec.policy);
            this.baseline = new double[task.states()];
            this.random = random;
        }

        @Override
        public int begin(long episode, int state) {
            preferences.begin(episode);
            decisions.clear();
            rewards.clear();
            return choose(state);
        }

        @Override
        public int step(double reward, int state) {
            rewards.add(reward);
            return choose(state);
        }

        private int choose(int state) {
            int action = preferences.draw(state, random);
            decisions.add(new Decision(state, preferences.gradient(state, action)));
            return action;
        }

        @Override
        public void end(double reward) {
            rewards.add(reward);
            double[] played = baseline.clone();
            double coming = 0;
            for (int t = decisions.size() - 1; t >= 0; t--) {
                Decision made = decisions.get(t);
                coming = rewards.get(t) + spec.discount * coming;
                double better = coming - played[made.state];
                preferences.move(made.state, spec.stepSize * Pow.of(spec.discount, t) * better, made.gradient);
                baseline[made.state] += spec.baselineStepSize * (coming - baseline[made.state]);
            }
        }

        @Override
        public boolean probabilities(int state, double[] out) {
            preferences.probabilities(state, out);
            return true;
        }
    }
}
