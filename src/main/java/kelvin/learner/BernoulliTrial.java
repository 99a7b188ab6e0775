package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Turns rewards in [0, 1] into Bernoulli trials: a reward r is a success with probability r, so the mean stays what it was.
 *
 * <p>Rewards of 0 and 1 are failures and successes for certain and use no random number.
 *
 * @param random the source of the trials' uniform numbers
 * @see <a href="https://proceedings.mlr.press/v23/agrawal12.html">Agrawal and Goyal (2012), Analysis of Thompson sampling for
 *     the multi-armed bandit problem, algorithm 2</a>
 */
@Stability(STABLE)
public record BernoulliTrial(UniformRandomProvider random) {
    /**
     * Draws whether a reward counts as a success.
     *
     * @param reward r, in [0, 1]
     * @return true with probability r
     */
    public boolean success(double reward) {
        return reward == 1 || (reward > 0 && random.nextDouble() < reward);
    }
}
