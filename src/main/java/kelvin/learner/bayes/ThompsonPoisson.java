package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.numeric.GammaSampler;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Thompson sampling for Poisson rewards, with Gamma posteriors of their means. For rewards that are counts.
 *
 * <pre>
 *   θ[i] ~ Gamma(α + Σr[i], rate β + n[i]),   choose argmax θ
 * </pre>
 *
 * <p>Cost per step: one gamma variable per action.
 *
 * @see <a href="https://papers.nips.cc/paper/2013/hash/41f1f19176d383480afa65d325c06ed0-Abstract.html">Korda, Kaufmann and Munos
 *     (2013), Thompson sampling for 1-dimensional exponential family bandits</a>
 * @param priorShape α: the sum of rewards believed in beforehand; finite and &gt; 0
 * @param priorRate β: the number of rewards believed in beforehand; finite and &gt; 0
 */
@Summary("Thompson sampling for Poisson rewards, with Gamma posteriors")
@Stability(STABLE)
public record ThompsonPoisson(
        @Default("1") double priorShape, @Default("1") double priorRate) implements LearnerSpec {
    public ThompsonPoisson {
        Require.positive("priorShape", priorShape);
        Require.positive("priorRate", priorRate);
    }

    @Override
    public Rewards rewards() {
        return Rewards.COUNTS;
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new PosteriorSampling(new Gamma(problem.actions()), problem.actions(), random);
    }

    private final class Gamma implements PosteriorSampling.Belief {
        private final double[] sums;
        private final long[] counts;

        Gamma(int actions) {
            sums = new double[actions];
            counts = new long[actions];
        }

        @Override
        public double draw(int action, GammaSampler gammas) {
            return gammas.gamma(priorShape + sums[action]) / (priorRate + counts[action]);
        }

        @Override
        public double mean(int action) {
            return (priorShape + sums[action]) / (priorRate + counts[action]);
        }

        @Override
        public void learn(long step, int action, double reward) {
            sums[action] += reward;
            counts[action]++;
        }

        @Override
        public void state(StateFields fields) {
            fields.reals("sums", sums, 0, Double.MAX_VALUE);
            fields.counts("counts", counts);
        }
    }
}
