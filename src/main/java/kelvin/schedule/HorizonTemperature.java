package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Log;

/**
 * The constant temperature tuned to a horizon, for rewards of unit size.
 *
 * <pre>
 *   at(step) = √(2 ln K/(T·K))
 * </pre>
 *
 * @see <a href="https://doi.org/10.1561/2200000024">Bubeck and Cesa-Bianchi (2012), Regret analysis of stochastic and
 *     nonstochastic multi-armed bandit problems, where it is the learning rate of Exp3</a>
 * @param actions K, the number of actions, at least 2
 * @param horizon T, in steps, at least 1
 */
@Summary("sqrt(2 ln K/(horizon*K)): the constant temperature tuned to a horizon")
@Stability(STABLE)
public record HorizonTemperature(int actions, long horizon) implements Schedule {
    public HorizonTemperature {
        Require.atLeast("actions", 2, actions);
        Require.atLeast("horizon", 1, horizon);
    }

    @Override
    public double at(long step) {
        return Math.sqrt(2 * Log.of(actions) / actions / horizon);
    }
}
