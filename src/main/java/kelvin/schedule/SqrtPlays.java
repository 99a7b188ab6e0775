package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Growth with the square root of the plays so far, scale·√(step − 1): the sharpness of SquareCB.
 *
 * <pre>
 *   at(step) = scale·√(step − 1)
 * </pre>
 *
 * <p>It is 0 at step 1, before anything has been learnt.
 *
 * @see <a href="https://proceedings.mlr.press/v119/foster20a.html">Foster and Rakhlin (2020), Beyond UCB: optimal and efficient
 *     contextual bandits with regression oracles</a>
 * @param scale the number at step 2, finite and at most 1e298 in magnitude
 */
@Summary("scale*√(step - 1), 0 at step 1: the growing sharpness of SquareCB")
@Stability(STABLE)
public record SqrtPlays(double scale) implements Schedule {
    /** The largest magnitude of a scale, so that no growth overflows. */
    public static final double MAX_SCALE = 1e298;

    public SqrtPlays {
        Require.that(Math.abs(scale) <= MAX_SCALE, "scale", scale, "finite and at most 1e298 in magnitude");
    }

    @Override
    public double at(long step) {
        return scale * Math.sqrt(step - 1);
    }
}
