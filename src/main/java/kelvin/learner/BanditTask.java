package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.model.Features;

/**
 * The task of a bandit learner: the number of actions, the horizon and the features, as far as they are known beforehand.
 *
 * @param actions the number of actions, at least 1
 * @param horizon the last step, at least 1; {@link #UNKNOWN} where nobody knows it
 * @param features how many features are seen before each decision
 */
@Stability(STABLE)
public record BanditTask(int actions, long horizon, Features features) {
    /** The horizon of a program that goes on for ever. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    public BanditTask {
        Require.atLeast("actions", 1, actions);
        Require.atLeast("horizon", 1, horizon);
    }

    /**
     * The task of a learner that sees nothing before it decides.
     *
     * @param actions the number of actions, at least 1
     * @param horizon the last step, at least 1; {@link #UNKNOWN} where nobody knows it
     */
    public BanditTask(int actions, long horizon) {
        this(actions, horizon, Features.NONE);
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
