package kelvin.learner.adversarial;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import kelvin.numeric.Exp;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Exp3.S: Exp3 whose weights are shared a little at every step, so that it can follow a best action that changes. For rewards in
 * [0, 1].
 *
 * <pre>
 *   p[i] = (1 − γ)·w[i]/Σw + γ/K,   w[i] ← w[i]·exp([i = a]·γ·r/(p[a]·K)) + (e·α/K)·Σw
 * </pre>
 *
 * <p>With α = 1/T and γ = min(1, √(K·(S ln(K·T) + e)/((e − 1)·T))) the regret against any sequence of actions that changes at most
 * S − 1 times is at most 2√(e − 1)·√(K·T·(S ln(K·T) + e)). Weights are rescaled to sum 1 after each reward. While actions are closed
 * their weights rest and the mixture is over the open ones. Cost per step: one exponential and two passes over the actions.
 *
 * @see <a href="https://doi.org/10.1137/S0097539701398375">Auer, Cesa-Bianchi, Freund and Schapire (2002), The nonstochastic
 *     multiarmed bandit problem, on Exp3.S</a>
 * @param exploration γ, the share of uniform exploration and the learning rate at once; in (0, 1]
 * @param sharing α, the share of the weights that is spread at each reward, over e; finite and &gt; 0
 */
@Summary("Exp3 that moves a little weight to every action at each step, to follow a best action that changes")
@Stability(STABLE)
public record Exp3S(double exploration, double sharing) implements LearnerSpec {
    public Exp3S {
        Require.that(exploration > 0 && exploration <= 1, "exploration", exploration, "in (0, 1]");
        Require.positive("sharing", sharing);
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
    public SufficientHistory sufficientHistory() {
        return SufficientHistory.HISTORY;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new ImportanceWeighted(
                new UniformExploration(new Weighting(problem.actions()), exploration), problem.actions(), random);
    }

    /** The weights, always summing to 1. */
    private final class Weighting implements ImportanceWeighted.Rule {
        private final double[] weights;

        Weighting(int actions) {
            weights = new double[actions];
            Arrays.fill(weights, 1.0 / actions);
        }

        @Override
        public void probabilities(long step, BitSet open, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = open.get(i) ? weights[i] : 0;
            }
            scale(out, 1 / Weights.sum(out));
        }

        @Override
        public void learn(long step, int action, double reward, double probability) {
            int actions = weights.length;
            double log = exploration * reward / (probability * actions);
            // The growth is at most e while the probability is at least γ/K; late news may exceed that, and must not
            // overflow.
            double growth = Exp.of(Math.min(log, 700));
            double share = Math.E * sharing / actions;
            weights[action] *= growth;
            for (int i = 0; i < actions; i++) {
                weights[i] += share;
            }
            scale(weights, 1 / Weights.sum(weights));
        }

        private static void scale(double[] numbers, double factor) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] *= factor;
            }
        }

        @Override
        public void state(StateFields fields) {
            fields.reals("weights", weights, 0, 1 + 1e-9);
        }
    }
}
