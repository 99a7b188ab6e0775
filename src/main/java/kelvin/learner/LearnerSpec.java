package kelvin.learner;

import org.apache.commons.rng.UniformRandomProvider;

/** The immutable description of a learner, as a file names it. */
public interface LearnerSpec {
    /**
     * A fresh player for one run.
     *
     * @param actions the number of actions, at least 1
     * @param random the player's own stream of random numbers
     * @return a player that has seen nothing yet
     * @throws IllegalArgumentException if this learner cannot play that many actions
     */
    Learner create(int actions, UniformRandomProvider random);
}
