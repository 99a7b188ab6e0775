package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Trigonometric;

/**
 * Half a cosine wave from {@code start} at step 1 to {@code end} at step {@code steps}, and {@code end} ever after.
 *
 * <pre>
 *   at(step) = start·x + end·(1 − x),   x = sin²(π/2·(steps − step)/(steps − 1)), 0 after step {@code steps}
 * </pre>
 *
 * <p>Exact at both ends, never beyond either. With end = 0 this is start·(1 + cos(π·(step − 1)/(steps − 1)))/2.
 *
 * @param start the number at step 1, finite
 * @param end the number from step {@code steps} on, finite
 * @param steps the step at which {@code end} is reached, at least 2
 * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter (2017), SGDR, eq. 5, without restarts</a>
 */
@Summary("half a cosine wave from start at step 1 to end at step 'steps', then end")
@Stability(STABLE)
public record Cosine(double start, double end, long steps) implements Schedule {
    public Cosine {
        Require.finite("start", start);
        Require.finite("end", end);
        Require.atLeast("steps", 2, steps);
    }

    @Override
    public double at(long step) {
        double sine = Trigonometric.sin(Math.PI / 2 * Math.max(0, (double) (steps - step) / (steps - 1)));
        return Blend.of(start, end, sine * sine);
    }
}
