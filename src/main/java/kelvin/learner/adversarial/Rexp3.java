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
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Rexp3: Exp3 that forgets everything after each batch of steps. For rewards in [0, 1] whose means drift within a budget.
 *
 * <pre>
 *   steps 1 … Δ, Δ + 1 … 2Δ, …: a fresh Exp3 each
 * </pre>
 *
 * <p>Where the means vary by at most V in all over T steps, Δ = ⌈(K ln K)^⅓·(T/V)^⅔⌉ with γ = min(1, √(K ln K/((e − 1)·Δ))) gives a
 * regret against the best action of each step of order (K·V·ln K)^⅓·T^⅔. Rewards that come after their batch has ended are left
 * aside. Cost per step: one softmax.
 *
 * @see <a href="https://arxiv.org/abs/1405.3316">Besbes, Gur and Zeevi (2014), Stochastic multi-armed-bandit problem with
 *     non-stationary rewards</a>
 * @param batch Δ, in steps; at least 1
 * @param exploration γ of {@link Exp3}, in (0, 1]
 */
@Summary("Exp3 that starts afresh after every batch of steps, for rewards that drift")
@Stability(STABLE)
public record Rexp3(long batch, double exploration) implements LearnerSpec {
    public Rexp3 {
        Require.atLeast("batch", 1, batch);
        Require.that(exploration > 0 && exploration <= 1, "exploration", exploration, "in (0, 1]");
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
                new UniformExploration(new Batches(problem.actions()), exploration), problem.actions(), random);
    }

    /** The sums of the latest batch that has had a reward; before a batch has one, all its sums are 0. */
    private final class Batches implements ImportanceWeighted.Rule {
        private final CumulativeScores scores;
        private long now;

        Batches(int actions) {
            scores = Exp3.weights(actions, exploration);
        }

        @Override
        public void probabilities(long step, BitSet open, double[] out) {
            if (number(step) == now) {
                scores.probabilities(step, open, out);
            } else {
                for (int i = 0; i < out.length; i++) {
                    out[i] = open.get(i) ? 1.0 / open.cardinality() : 0;
                }
            }
        }

        @Override
        public void learn(long step, int action, double reward, double probability) {
            if (number(step) > now) {
                now = number(step);
                Arrays.fill(scores.sums, 0);
            }
            if (number(step) == now) {
                scores.learn(step, action, reward, probability);
            }
        }

        private long number(long step) {
            return (step - 1) / batch;
        }

        @Override
        public void state(StateFields fields) {
            scores.state(fields);
            now = fields.whole("batch", now);
        }
    }
}
