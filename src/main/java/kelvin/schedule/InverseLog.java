package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;

/**
 * Logarithmic decay, start/ln(step + 1): the schedule of simulated annealing.
 *
 * <pre>
 *   at(step) = start/ln(step + 1)
 * </pre>
 *
 * <p>At step 1 this is start/ln 2 ≈ 1.44·start, and finite {@code start} is therefore limited to that quotient being finite.
 *
 * @param start the numerator, finite, as is start/ln 2
 */
@Summary("start/ln(step + 1)")
@Stability(STABLE)
public record InverseLog(double start) implements Schedule {
    public InverseLog {
        Require.finite("start", start);
        Require.that(Double.isFinite(start / Log.of(2)), "start", start, "at most 1.246e308 in size");
    }

    @Override
    public double at(long step) {
        return start / Log1p.of(step);
    }
}
