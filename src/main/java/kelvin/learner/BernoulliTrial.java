package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Turns rewards in [0, 1] into successes and failures, by tossing a coin that succeeds with probability r; rewards of 0 and 1 need
 * no coin. The mean stays what it was (Agrawal and Goyal (2012), Analysis of Thompson sampling for the multi-armed bandit problem).
 */
@Stability(STABLE)
public record BernoulliTrial(UniformRandomProvider random) {
    public boolean success(double reward) {
        return reward == 1 || (reward > 0 && random.nextDouble() < reward);
    }
}
