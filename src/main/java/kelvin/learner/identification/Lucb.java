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
import kelvin.learner.index.Index;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Finds an action within ε of the best with a probability of at least 1 − δ: plays the one that looks best and its most
 * dangerous rival in turn until their bounds part.
 *
 * <pre>
 *   h = argmax mean,   l = argmax over the others of mean + w,   stop when mean[l] + w[l] &lt; mean[h] − w[h] + ε
 *   w[a] = 2σ·√(ln(5 K t⁴/(4δ))/(2 n[a])),   n[a] = rewards of a, t = K + rounds so far
 * </pre>
 *
 * <p>δ holds for σ-sub-Gaussian rewards (in [0, 1]: σ = 1/2; normal rewards: their standard deviation) in a world that does not
 * change; a world whose rewards are noisier is refused.
 * <p>After stopping h is played for good. Untried actions come first; of equal actions the earlier in an order drawn at
 * the start is taken. Cost per step: a square root per action and half a logarithm.
 *
 * @param errorProbability δ, in (0, 1)
 * @param tolerance ε, in reward units; finite and ≥ 0
 * @param rewardStdDev σ, in reward units; finite and &gt; 0
 * @see <a href="https://icml.cc/2012/papers/359.pdf">Kalyanakrishnan, Tewari, Auer and Stone (2012), PAC subset
 *     selection in stochastic multi-armed bandits, with m = 1</a>
 */
@Summary("best arm to a given confidence: plays the leader and its most dangerous rival until their bounds part")
@Stability(STABLE)
public record Lucb(
        double errorProbability,
        @Default("0") double tolerance,
        @Default("0.5") double rewardStdDev) implements LearnerSpec {
    public Lucb {
        Require.that(errorProbability > 0 && errorProbability < 1, "errorProbability", errorProbability, "in (0, 1)");
        Require.notNegative("tolerance", tolerance);
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
        return new Player(this, new Contenders(problem.actions(), random));
    }

    private static final class Player implements Recommender {
        private static final int NONE = -1;

        private final Lucb spec;
        private final Contenders all;
        private final Estimates seen;
        private long pairs;
        private boolean paired;
        private boolean stopped;
        private int leader;
        private int rival = NONE;

        Player(Lucb spec, Contenders all) {
            this.spec = spec;
            this.all = all;
            this.seen = all.seen();
            this.stopped = all.left() == 1;
        }

        @Override
        public int select(long step) {
            int action = choice();
            if (all.rounds() == 0) {
                all.next();
            } else if (rival != NONE) {
                paired = !paired;
                pairs += paired ? 0 : 1;
                rival = paired ? rival : NONE;
            }
            return action;
        }

        @Override
        public boolean probabilities(long step, double[] out) {
            Arrays.fill(out, 0);
            out[choice()] = 1;
            return true;
        }

        private int choice() {
            if (all.rounds() == 0) {
                return all.current();
            }
            if (!stopped && rival == NONE) {
                pair();
            }
            return paired ? rival : leader;
        }

        private void pair() {
            leader = all.best();
            double t = all.left() + pairs;
            double log = Log.of(1.25 * all.left() / spec.errorProbability) + 4 * Log.of(t);
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < all.left(); i++) {
                int action = all.get(i);
                double bound = seen.value(action) + width(action, log);
                if (action != leader && bound > highest) {
                    highest = bound;
                    rival = action;
                }
            }
            stopped = highest < seen.value(leader) - width(leader, log) + spec.tolerance;
            rival = stopped ? NONE : rival;
        }

        private double width(int action, double log) {
            long n = seen.count(action);
            return n > 0 ? 2 * spec.rewardStdDev * Math.sqrt(log / (2 * n)) : Index.UNKNOWN;
        }

        @Override
        public void observe(long step, int action, double reward) {
            seen.update(action, reward);
        }

        @Override
        public int recommendation() {
            return stopped ? leader : all.best();
        }

        @Override
        public void state(StateFields fields) {
            fields.part("contenders", all);
            pairs = fields.whole("pairs", pairs);
            paired = fields.flag("paired", paired);
            stopped = fields.flag("stopped", stopped);
            leader = fields.whole("leader", leader, 0, all.left() - 1);
            rival = fields.whole("rival", rival, NONE, all.left() - 1);
        }
    }
}
