package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
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
 * Thompson sampling for Gaussian rewards of which neither mean nor standard deviation is known, with normal-gamma posteriors.
 *
 * <pre>
 *   λ[i] ~ Gamma(α, rate β),   θ[i] ~ N(m, 1/(κ·λ[i])),   choose argmax θ
 *   reward r:   β ← β + κ·(r − m)²/(2(κ + 1)),   m ← m + (r − m)/(κ + 1),   κ ← κ + 1,   α ← α + ½
 * </pre>
 *
 * <p>θ thus has Student's distribution with 2α degrees of freedom. Cost per step: one gamma and one normal variable per action.
 *
 * @see <a href="https://proceedings.mlr.press/v33/honda14.html">Honda and Takemura (2014), Optimality of Thompson sampling for
 *     Gaussian bandits depends on priors</a>
 * @param priorMean m before any reward, in reward units; finite
 * @param priorCount κ before any reward: how many rewards the prior mean is worth; finite and &gt; 0
 * @param priorShape α before any reward; finite and &gt; 0
 * @param priorRate β before any reward, in squared reward units; finite and &gt; 0
 */
@Summary("Thompson sampling for Gaussian rewards of unknown mean and standard deviation")
@Stability(STABLE)
public record ThompsonNormalGamma(
        @Default("0") double priorMean,
        @Default("1") double priorCount,
        @Default("1") double priorShape,
        @Default("1") double priorRate)
        implements LearnerSpec {
    public ThompsonNormalGamma {
        Require.finite("priorMean", priorMean);
        Require.positive("priorCount", priorCount);
        Require.positive("priorShape", priorShape);
        Require.positive("priorRate", priorRate);
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new PosteriorSampling(new NormalGamma(problem.actions()), problem.actions(), random);
    }

    private final class NormalGamma implements PosteriorSampling.Belief {
        private final double[] means;
        private final double[] rates;
        private final long[] counts;

        NormalGamma(int actions) {
            means = new double[actions];
            rates = new double[actions];
            counts = new long[actions];
            Arrays.fill(means, priorMean);
            Arrays.fill(rates, priorRate);
        }

        @Override
        public double draw(int action, GammaSampler gammas) {
            double precision = gammas.gamma(priorShape + counts[action] / 2.0) / rates[action];
            return means[action] + gammas.normal() / Math.sqrt((priorCount + counts[action]) * precision);
        }

        @Override
        public double mean(int action) {
            return means[action];
        }

        @Override
        public void learn(long step, int action, double reward) {
            double weight = priorCount + counts[action];
            double surprise = reward - means[action];
            rates[action] += weight / (weight + 1) * surprise * surprise / 2;
            means[action] += surprise / (weight + 1);
            counts[action]++;
        }

        @Override
        public void state(StateFields fields) {
            fields.reals("means", means);
            fields.reals("rates", rates, Double.MIN_VALUE, Double.MAX_VALUE);
            fields.counts("counts", counts);
        }
    }
}
