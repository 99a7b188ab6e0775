package kelvin.learner.adversarial;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.FullInformation;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.OpenActions;
import kelvin.numeric.Log;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Hedge: exponential weights over the total rewards of all actions. It sees what every action would have paid, and is thus the
 * yardstick for what {@link Exp3} loses by seeing only one. For rewards in [0, 1].
 *
 * <pre>
 *   p[i] ∝ exp(η·G[i]),   G[i] = Σ rewards of i so far,   η = scale·√(8 ln K/step)
 * </pre>
 *
 * <p>Its regret against the best fixed action is at most √(2·T ln K) + √(ln K/8) at every T, for scale 1, whoever chooses the
 * rewards. While actions are closed the weights are over the open ones. Cost per step: one softmax.
 *
 * @see <a href="https://doi.org/10.1017/CBO9780511546921">Cesa-Bianchi and Lugosi (2006), Prediction, learning, and
 *     games, on the exponentially weighted average forecaster</a>
 * @param scale a factor on the learning rate; finite and &gt; 0
 */
@Summary("exponential weights over total rewards of all actions, rate falling as 1/sqrt(step); sees every reward")
@Stability(STABLE)
public record Hedge(@Default("1") double scale) implements LearnerSpec {
    public Hedge {
        Require.positive("scale", scale);
    }

    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public boolean fullInformation() {
        return true;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new Player(scale, problem.actions(), random);
    }

    private static final class Player implements FullInformation {
        private final double rate;
        private final UniformRandomProvider random;
        private final double[] totals;
        private final double[] current;
        private final BitSet open = new BitSet();

        Player(double scale, int actions, UniformRandomProvider random) {
            this.rate = scale * Math.sqrt(8 * Log.of(Math.max(actions, 2)));
            this.random = random;
            totals = new double[actions];
            current = new double[actions];
            open.set(0, actions);
        }

        @Override
        public int select(long step) {
            probabilities(step, current);
            return Weights.draw(current, random);
        }

        @Override
        public boolean probabilities(long step, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = open.get(i) ? totals[i] : Double.NEGATIVE_INFINITY;
            }
            LearningRate.weigh(rate / Math.sqrt(step), out, out);
            return true;
        }

        @Override
        public void observeAll(long step, double[] rewards) {
            for (int i = 0; i < totals.length; i++) {
                totals[i] += rewards[i];
            }
        }

        @Override
        public void open(BitSet actions) {
            open.clear();
            open.or(actions);
        }

        @Override
        public void state(StateFields fields) {
            fields.reals("totals", totals, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            OpenActions.state(fields, open, totals.length);
        }
    }
}
