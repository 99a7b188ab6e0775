package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/** A player that can say which action it takes for the best: what pure exploration is judged by. */
@Stability(STABLE)
public interface Recommender extends Learner {
    /**
     * The action taken for the best, from what was observed so far.
     *
     * @return the action, in [0, n)
     */
    int recommendation();
}
