package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

import java.io.Serializable;

/**
 * The immutable description of a player, as the key {@code learners} of an experiment names it: a learner of bandits or an agent in
 * worlds.
 */
@Stability(STABLE)
public interface PlayerSpec extends Serializable {
    /**
     * Returns whether players recommend the action that they take for the best, so that pure exploration can be judged.
     *
     * @return true if so
     */
    default boolean recommends() {
        return false;
    }
}
