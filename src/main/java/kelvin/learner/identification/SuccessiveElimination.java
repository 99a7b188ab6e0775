package kelvin.learner.identification;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.Optional;
import kelvin.contract.Default;
import kelvin.contract.Guarantee;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Estimates;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Recommender;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Plays all remaining actions in turn and eliminates those that are no longer likely to be the best; finds it with a probability of
 * at least 1 − δ.
 *
 * <pre>
 *   a leaves when mean[a] + w(n[a]) &lt; mean[b] − w(n[b]) for some b,   w(n) = 2σ·√(ln(4 K n²/δ)/(2n)),   n[a] = rewards of a
 * </pre>
 *
 * <p>δ holds for σ-sub-Gaussian rewards (in [0, 1]: σ = 1/2; normal rewards: their standard deviation) in a world that does not
 * change; a world whose rewards are noisier is refused.
 *
 * <p>The last action left is played for good, so with δ = 1/T the regret is logarithmic too. The widths are those of
 * Hoeffding's inequality and 1 + 1/4 + 1/9 + … &lt; 2: for all actions and counts at once they hold with probability 1
 * − δ; the source's are √2 wider. The order of play is random, and so are ties. Cost per step: on the average one
 * logarithm and two square roots.
 *
 * @param errorProbability δ, in (0, 1)
 * @param rewardStdDev σ, in reward units; finite and &gt; 0
 * @see <a href="https://jmlr.org/papers/v7/evendar06a.html">Even-Dar, Mannor and Mansour (2006), Action elimination and
 *     stopping conditions for the multi-armed bandit and reinforcement learning problems</a>
 */
@Summary("plays arms in turn and drops those that are no longer likely to be the best")
@Stability(STABLE)
public record SuccessiveElimination(
        double errorProbability, @Default("0.5") double rewardStdDev) implements LearnerSpec {
    public SuccessiveElimination {
        Require.that(errorProbability > 0 && errorProbability < 1, "errorProbability", errorProbability, "in (0, 1)");
        Require.positive("rewardStdDev", rewardStdDev);
    }

    @Override
    public boolean recommends() {
        return true;
    }

    @Override
    public Optional<Guarantee> guarantee() {
        return Optional.of(Guarantee.errorProbability(rewardStdDev));
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new Player(
                errorProbability / (4.0 * problem.actions()),
                2 * rewardStdDev,
                new Contenders(problem.actions(), random));
    }

    private static final class Player implements Recommender {
        private final double share;
        private final double scale;
        private final Contenders contenders;
        private final Estimates seen;
        private boolean settled = true;

        Player(double share, double scale, Contenders contenders) {
            this.share = share;
            this.scale = scale;
            this.contenders = contenders;
            this.seen = contenders.seen();
        }

        @Override
        public int select(long step) {
            settle();
            int action = contenders.current();
            contenders.next();
            settled = false;
            return action;
        }

        @Override
        public boolean probabilities(long step, double[] out) {
            settle();
            Arrays.fill(out, 0);
            out[contenders.current()] = 1;
            return true;
        }

        /** Eliminates, after each round, the actions that are no longer likely to be the best. */
        private void settle() {
            if (settled || !contenders.betweenRounds() || contenders.left() == 1) {
                return;
            }
            settled = true;
            double least = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < contenders.left(); i++) {
                int action = contenders.get(i);
                least = Math.max(least, seen.value(action) - width(action));
            }
            for (int i = contenders.left() - 1; i >= 0; i--) {
                int action = contenders.get(i);
                if (seen.value(action) + width(action) < least) {
                    contenders.drop(i);
                }
            }
        }

        private double width(int action) {
            double n = seen.count(action);
            return n > 0 ? scale * Math.sqrt(Log.of(n * n / share) / (2 * n)) : Double.POSITIVE_INFINITY;
        }

        @Override
        public void observe(long step, int action, double reward) {
            seen.update(action, reward);
        }

        @Override
        public int recommendation() {
            return contenders.best();
        }

        @Override
        public void state(StateFields fields) {
            fields.part("contenders", contenders);
            settled = fields.flag("settled", settled);
        }
    }
}
