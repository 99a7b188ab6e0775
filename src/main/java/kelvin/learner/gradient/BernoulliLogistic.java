package kelvin.learner.gradient;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Require;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.OpenActions;
import kelvin.learner.slate.SlateLearner;
import kelvin.learner.slate.SlateSpec;
import kelvin.policy.subset.IndependentGates;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The Bernoulli-logistic unit of REINFORCE, one per action: the sigmoid twin of {@link GradientBandit}, for several answers.
 *
 * <pre>
 *   p[i] = σ(H[i]),   action i is shown with probability p[i], whatever happens to the others:   y[i] = 1, else 0
 *   H[i] ← H[i] + α·(r − b)·(y[i] − p[i]) for every i,   r = payoff of the whole slate,   H starts at 0
 * </pre>
 *
 * <p>Stochastic gradient ascent on the expected payoff, of which it needs to see the total alone: every unit learns from the
 * same r, the ones that stayed shut as well. It may show nothing. The baseline b changes the variance, not the expected step. A
 * payoff that comes late moves the preferences from where they then are. Slates are shown in the order of the actions. Cost per
 * step: one sigmoid and one uniform number per action.
 *
 * @param stepSize α, per reward unit; finite and &gt; 0
 * @param baseline b: the average payoff including or excluding the current one, or none
 * @see <a href="https://doi.org/10.1007/BF00992696">Williams (1992), Simple statistical gradient-following algorithms for
 *     connectionist reinforcement learning</a>
 */
@Summary("each arm shown by a sigmoid of its own preference, learnt by gradient ascent on the slate's payoff")
@Stability(STABLE)
public record BernoulliLogistic(double stepSize, Baseline baseline) implements SlateSpec {
    public BernoulliLogistic {
        Require.positive("stepSize", stepSize);
    }

    @Override
    public SlateSizes slates(int actions) {
        return new SlateSizes(0, actions);
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public SlateLearner create(BanditTask problem, UniformRandomProvider random) {
        return player(problem.actions(), random);
    }

    Player player(int actions, UniformRandomProvider random) {
        return new Player(this, actions, random);
    }

    static final class Player implements SlateLearner {
        private static final IndependentGates GATES = new IndependentGates(0, 1);

        private final double stepSize;
        private final Advantage advantage;
        private final UniformRandomProvider random;
        private final OpenActions open;
        final double[] preferences;
        final double[] probabilities;

        Player(BernoulliLogistic spec, int actions, UniformRandomProvider random) {
            this.stepSize = spec.stepSize;
            this.advantage = new Advantage(spec.baseline);
            this.random = random;
            this.open = new OpenActions(actions);
            this.preferences = new double[actions];
            this.probabilities = new double[actions];
            update();
        }

        @Override
        public void select(long step, Slate slate) {
            for (int i = 0; i < probabilities.length; i++) {
                if (random.nextDouble() < probabilities[i]) {
                    slate.add(i);
                }
            }
        }

        @Override
        public boolean inclusion(long step, double[] out) {
            System.arraycopy(probabilities, 0, out, 0, out.length);
            return true;
        }

        @Override
        public void observe(long step, Slate slate) {
            double size = stepSize * advantage.of(slate.payoff());
            for (int i = 0; i < preferences.length; i++) {
                double shown = slate.contains(i) ? 1 : 0;
                preferences[i] += size * (shown - probabilities[i]);
            }
            update();
        }

        @Override
        public void open(BitSet actions) {
            open.set(actions);
            update();
        }

        void update() {
            System.arraycopy(preferences, 0, probabilities, 0, preferences.length);
            open.close(probabilities);
            GATES.inclusion(probabilities, probabilities);
        }

        @Override
        public void state(StateFields fields) {
            fields.part("baseline", advantage);
            fields.reals("preferences", preferences);
            fields.part("open", open);
            if (fields.loading()) {
                update();
            }
        }
    }
}
