package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import kelvin.contract.Stability;
import kelvin.random.Seed;

/** The immutable description of a scorer, as a file names it. */
@Stability(MAY_CHANGE)
public interface ScorerSpec extends Serializable {
    /**
     * Creates a scorer that has learnt nothing.
     *
     * @param actions the number of actions, at least 1
     * @param features how many features contexts have
     * @param seed decides everything random about it
     * @return the scorer; the same seed gives the same one
     * @throws IllegalArgumentException if it cannot score so many features
     */
    Scorer create(int actions, Features features, Seed seed);
}
