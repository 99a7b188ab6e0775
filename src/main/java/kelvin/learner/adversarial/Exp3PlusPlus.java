package kelvin.learner.adversarial;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Estimates;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Exp3++: anytime exponential weights on losses, with an exploration of each action that shrinks as its gap becomes clear. Regret of
 * order √(T·K ln K) against an adversary, and of order Σ (ln T)²/Δ against chance. For rewards in [0, 1].
 *
 * <pre>
 *   p[i] = (1 − Σ ε)·exp(−η·L[i])/Σ exp(−η·L) + ε[i],   L[a] ← L[a] + (1 − r)/p[a],   η = ½·√(ln K/(step·K))
 *   ε[i] = min(1/(2K), η, β·ln step/(step·Δ[i]²)),   Δ[i] = max(0, lcb[i] − min ucb)
 *   lcb, ucb = mean loss ∓ √(α·ln(step·K^(1/α))/(2·n)), within [0, 1];   α = 3, β = 256
 * </pre>
 *
 * <p>An action without rewards has bounds 0 and 1. With so large a β, gaps of size 1 lower the exploration from about step 10¹⁰ on,
 * smaller ones later; before, all actions are explored at rate η. While actions are closed all sums and minima are over the open ones. Cost per step:
 * one softmax and a square root per action.
 *
 * @see <a href="https://arxiv.org/abs/1702.06103">Seldin and Lugosi (2017), An improved parametrization and analysis of the EXP3++
 *     algorithm for stochastic and adversarial bandits</a>
 */
@Summary("Exp3 on losses that explores each action as its estimated gap allows; for chance and adversary alike")
@Stability(STABLE)
public record Exp3PlusPlus() implements LearnerSpec {
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
        int actions = problem.actions();
        return new ImportanceWeighted(new Gaps(actions), actions, random);
    }

    static final class Gaps implements ImportanceWeighted.Rule {
        private static final double ALPHA = 3;
        private static final double BETA = 256;

        private final int actions;
        private final double rate;
        private final Estimates losses;
        private final CumulativeScores scores;
        final double[] exploration;

        Gaps(int actions) {
            this.actions = actions;
            losses = Estimates.sampleAverages(actions);
            rate = LearningRate.factor(actions) / 2;
            scores = new CumulativeScores(
                    actions,
                    (step, sums, out) -> LearningRate.weigh(rate / Math.sqrt(step), sums, out),
                    CumulativeScores::loss);
            exploration = new double[actions];
        }

        @Override
        public void probabilities(long step, BitSet open, double[] out) {
            scores.probabilities(step, open, out);
            explore(step, open);
            double left = 1;
            for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
                left -= exploration[i];
            }
            for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
                out[i] = left * out[i] + exploration[i];
            }
        }

        /** Writes ε of each open action. */
        private void explore(long step, BitSet open) {
            double log = Log.of(step);
            double scale = Math.sqrt((ALPHA * log + Log.of(actions)) / 2);
            double leastUpper = 1;
            for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
                leastUpper = Math.min(leastUpper, losses.value(i) + width(scale, i));
            }
            double most = Math.min(0.5 / actions, rate / Math.sqrt(step));
            for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
                double gap = Math.max(0, Math.max(0, losses.value(i) - width(scale, i)) - leastUpper);
                exploration[i] = gap == 0 ? most : Math.min(most, BETA * log / (step * gap * gap));
            }
        }

        /** Returns the confidence width; infinite where no reward has come yet. */
        private double width(double scale, int action) {
            long n = losses.count(action);
            return n == 0 ? Double.POSITIVE_INFINITY : scale / Math.sqrt(n);
        }

        @Override
        public void learn(long step, int action, double reward, double probability) {
            losses.update(action, 1 - reward);
            scores.learn(step, action, reward, probability);
        }

        @Override
        public void state(StateFields fields) {
            fields.part("losses", losses);
            fields.part("scores", scores);
        }
    }
}
