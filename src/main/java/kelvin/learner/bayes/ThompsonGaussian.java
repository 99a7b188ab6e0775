package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.numeric.GammaSampler;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Thompson sampling for Gaussian rewards whose standard deviation is known.
 *
 * <pre>
 *   θ[i] ~ N(m, v),   1/v = 1/σ₀² + n[i]/σ²,   m = v·(μ₀/σ₀² + Σr[i]/σ²),   choose argmax θ
 * </pre>
 *
 * <p>Cost per step: one normal variable per action.
 *
 * @see <a href="https://arxiv.org/abs/1707.02038">Russo, Van Roy, Kazerouni, Osband and Wen (2018), A tutorial on Thompson
 *     sampling</a>
 * @param rewardStdDev σ, in reward units; finite and &gt; 0
 * @param priorMean μ₀, in reward units; finite
 * @param priorStdDev σ₀, in reward units; finite and &gt; 0
 */
@Summary("Thompson sampling for Gaussian rewards of known standard deviation")
@Stability(STABLE)
public record ThompsonGaussian(
        double rewardStdDev,
        @Default("0") double priorMean,
        @Default("1") double priorStdDev) implements LearnerSpec {
    public ThompsonGaussian {
        Require.positive("rewardStdDev", rewardStdDev);
        Require.finite("priorMean", priorMean);
        Require.positive("priorStdDev", priorStdDev);
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new PosteriorSampling(new Normal(problem.actions()), problem.actions(), random);
    }

    private final class Normal implements PosteriorSampling.Belief {
        private final double[] sums;
        private final long[] counts;

        Normal(int actions) {
            sums = new double[actions];
            counts = new long[actions];
        }

        @Override
        public double draw(int action, GammaSampler gammas) {
            return mean(action) + rewardStdDev / Math.sqrt(prior() + counts[action]) * gammas.normal();
        }

        /** Returns the precision of the prior, in rewards. */
        private double prior() {
            return rewardStdDev / priorStdDev * (rewardStdDev / priorStdDev);
        }

        @Override
        public double mean(int action) {
            return (prior() * priorMean + sums[action]) / (prior() + counts[action]);
        }

        @Override
        public void learn(long step, int action, double reward) {
            sums[action] += reward;
            counts[action]++;
        }

        @Override
        public void state(StateFields fields) {
            fields.reals("sums", sums);
            fields.counts("counts", counts);
        }
    }
}
