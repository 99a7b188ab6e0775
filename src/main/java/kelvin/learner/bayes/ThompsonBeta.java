package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.BernoulliTrial;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Specifies Thompson sampling with Beta posteriors, which draws a plausible mean of each action and chooses the largest, and thereby chooses each action
 * with the probability that it is the best one (probability matching). For rewards in [0, 1].
 *
 * <pre>
 *   θ[i] ~ Beta(a + successes[i], b + failures[i]),   choose argmax θ
 * </pre>
 *
 * <p>A reward r strictly between 0 and 1 counts as a success with probability r. {@code probabilities} are the exact ones of being
 * the best, by quadrature, at a cost of 240·n² incomplete beta functions. Cost per step: two gamma variables per action.
 *
 * @see <a href="https://proceedings.mlr.press/v23/agrawal12.html">Agrawal and Goyal (2012), Analysis of Thompson sampling for the
 *     multi-armed bandit problem</a>
 * @param priorSuccesses successes believed in beforehand; finite and &gt; 0
 * @param priorFailures failures believed in beforehand; finite and &gt; 0
 */
@Summary(
        "Thompson sampling with Beta posteriors, for rewards in [0, 1]: plays each arm with the probability that it is best")
@Stability(STABLE)
public record ThompsonBeta(
        @Default("1") double priorSuccesses, @Default("1") double priorFailures) implements LearnerSpec {
    public ThompsonBeta {
        Require.positive("priorSuccesses", priorSuccesses);
        Require.positive("priorFailures", priorFailures);
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
        return SufficientHistory.SUMS;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        BetaBelief belief =
                new BetaBelief(problem.actions(), priorSuccesses, priorFailures, new BernoulliTrial(random));
        return new PosteriorSampling(belief, problem.actions(), random);
    }
}
