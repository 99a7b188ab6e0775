package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/** A player that can recommend an action at any time: pure exploration is judged by it. */
@Stability(STABLE)
public interface Recommender extends Learner {
    /**
     * Returns the recommended action: the one taken for the best, from what was observed so far.
     *
     * @return the action, in [0, n)
     */
    int recommendation();
}
