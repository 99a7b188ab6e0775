package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * The task of a bandit learner: the number of actions and the horizon, as far as they are known beforehand.
 *
 * @param actions the number of actions, at least 1
 * @param horizon the last step, at least 1; {@link #UNKNOWN} where nobody knows it
 */
@Stability(STABLE)
public record BanditTask(int actions, long horizon) {
    /** The horizon of a program that goes on for ever. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    public BanditTask {
        Require.atLeast("actions", 1, actions);
        Require.atLeast("horizon", 1, horizon);
    }

    /**
     * Returns the horizon, for learners that cannot play without one.
     *
     * @return the last step
     * @throws IllegalArgumentException if the horizon is unknown
     */
    public long knownHorizon() {
        Require.that(horizon != UNKNOWN, "horizon", "unknown", "known to this learner");
        return horizon;
    }
}
