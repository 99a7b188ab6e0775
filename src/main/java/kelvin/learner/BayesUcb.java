package kelvin.learner;

import kelvin.contract.Rewards;
import kelvin.contract.Summary;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Bayes-UCB: the action whose mean, by its Beta posterior, may be largest. For rewards in [0, 1].
 *
 * <pre>
 *   index[i] = q with P(θ[i] &gt; q) = 1/step,   θ[i] ~ Beta(1 + successes[i], 1 + failures[i])
 * </pre>
 *
 * <p>A reward r strictly between 0 and 1 counts as a success with probability r. Ties are broken at random; at step 1 all tie. Cost
 * per step: one quantile of a beta distribution per action, three or four evaluations of the incomplete beta function.
 *
 * @see <a href="https://proceedings.mlr.press/v22/kaufmann12.html">Kaufmann, Cappé and Garivier (2012), On Bayesian upper confidence
 *     bounds for bandit problems, algorithm 1 with c = 0</a>
 */
@Summary("the largest upper quantile, tail 1/step, of Beta posteriors")
public record BayesUcb() implements LearnerSpec {
    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public Learner create(Problem problem, UniformRandomProvider random) {
        BetaBelief belief = new BetaBelief(problem.actions(), 1, 1, new Tosses(random));
        return new Indices(
                problem.actions(),
                (step, action) -> BetaFunction.upperQuantile(belief.a[action], belief.b[action], 1.0 / step),
                belief::learn,
                random);
    }
}
