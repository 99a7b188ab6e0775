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
import kelvin.numeric.Log1p;
import kelvin.numeric.Pow;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * lil' UCB: finds the best action to a given confidence with bounds as narrow as the law of the iterated logarithm
 * allows.
 *
 * <pre>
 *   mean[a] + (1 + β)(1 + √ε)·√(2σ²(1 + ε)·ln(ln((1 + ε)n[a])/δ)/n[a]),   until n[a] ≥ 1 + λ·Σ n[j] over the others for some a
 *   δ = (√(1 + ν) − 1)²/(4c),   c = (2 + ε)/ε·(1/ln(1 + ε))^(1 + ε),   λ = ((2 + β)/β)²
 * </pre>
 *
 * <p>n[a] = rewards of a. The action stopped at is the best with a probability of at least 1 − ν, for σ-sub-Gaussian rewards
 * (in [0, 1]: σ = 1/2; normal rewards: their standard deviation) in a world that does not change; a world whose rewards are noisier
 * is refused. It is then played for good.
 * Untried actions come first; of equal actions the earlier in an order drawn at the start is taken. Cost per step: a
 * comparison per action, and two logarithms and a square root per reward.
 *
 * @param errorProbability ν, in (0, 1)
 * @param rewardStdDev σ, in reward units; finite and &gt; 0
 * @param beta β; finite and &gt; 0
 * @param epsilon ε, in (0, 1)
 * @see <a href="https://proceedings.mlr.press/v35/jamieson14.html">Jamieson, Malloy, Nowak and Bubeck (2014), lil' UCB:
 *     an optimal exploration algorithm for multi-armed bandits</a>
 */
@Summary("best arm to a given confidence, by bounds from the law of the iterated logarithm")
@Stability(STABLE)
public record LilUcb(
        double errorProbability,
        @Default("0.5") double rewardStdDev,
        @Default("1") double beta,
        @Default("0.01") double epsilon)
        implements LearnerSpec {
    public LilUcb {
        Require.that(errorProbability > 0 && errorProbability < 1, "errorProbability", errorProbability, "in (0, 1)");
        Require.positive("rewardStdDev", rewardStdDev);
        Require.positive("beta", beta);
        Require.that(epsilon > 0 && epsilon < 1, "epsilon", epsilon, "in (0, 1)");
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

    /** Returns δ, always small enough for the logarithm of the first reward to be positive. */
    double delta() {
        double c = (2 + epsilon) / epsilon * Pow.of(1 / Log1p.of(epsilon), 1 + epsilon);
        double root = Math.sqrt(1 + errorProbability) - 1;
        return root * root / (4 * c);
    }

    private static final class Player implements Recommender {
        private final Contenders all;
        private final Estimates seen;
        /** Each action's index, which only its own rewards change. */
        private final double[] indices;

        private final double growth;
        private final double delta;
        private final double scale;
        private final double lambda;
        private long total;
        private boolean stopped;
        private int best;

        Player(LilUcb spec, Contenders all) {
            this.all = all;
            this.seen = all.seen();
            this.indices = new double[all.left()];
            Arrays.fill(indices, Index.UNKNOWN);
            this.growth = 1 + spec.epsilon;
            this.delta = spec.delta();
            this.scale = (1 + spec.beta) * (1 + Math.sqrt(spec.epsilon)) * spec.rewardStdDev * Math.sqrt(2 * growth);
            double root = (2 + spec.beta) / spec.beta;
            this.lambda = root * root;
        }

        @Override
        public int select(long step) {
            int action = choice();
            if (all.rounds() == 0) {
                all.next();
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
            return all.rounds() == 0 ? all.current() : stopped ? best : largest();
        }

        private int largest() {
            int largest = all.get(0);
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < all.left(); i++) {
                double index = indices[all.get(i)];
                largest = index > most ? all.get(i) : largest;
                most = Math.max(most, index);
            }
            return largest;
        }

        @Override
        public void observe(long step, int action, double reward) {
            seen.update(action, reward);
            total++;
            long n = seen.count(action);
            indices[action] = seen.value(action) + scale * Math.sqrt(Log.of(Log.of(growth * n) / delta) / n);
            if (!stopped && n >= 1 + lambda * (total - n)) {
                stopped = total - n >= all.left() - 1;
                best = action;
            }
        }

        @Override
        public int recommendation() {
            return stopped ? best : all.best();
        }

        @Override
        public void state(StateFields fields) {
            fields.part("contenders", all);
            fields.reals("indices", indices);
            total = fields.whole("total", total);
            stopped = fields.flag("stopped", stopped);
            best = fields.whole("best", best, 0, indices.length - 1);
        }
    }
}
