package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Log;

/**
 * The temperature of SoftMix, start·ln t/t: a fast decay, just slow enough for a softmax to go on exploring.
 *
 * <pre>
 *   at(step) = start·ln t/t,   t = max(step, 2)
 * </pre>
 *
 * <p>It rises from 0.347·start at steps 1 and 2 to 0.368·start at step 3, and falls from there. With start = √(ln K/K) it is the
 * temperature of SoftMix for K actions.
 *
 * @see <a href="https://dl.acm.org/doi/10.5555/645527.657464">Cesa-Bianchi and Fischer (1998), Finite-time regret bounds for the
 *     multiarmed bandit problem</a>
 * @param start the factor, finite
 */
@Summary("start*ln(t)/t, t = the step, at least 2")
@Stability(STABLE)
public record LogOverCount(double start) implements Schedule {
    public LogOverCount {
        Require.finite("start", start);
    }

    @Override
    public double at(long step) {
        double t = Math.max(step, 2);
        return start * (Log.of(t) / t);
    }
}
