package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Log;

/**
 * The temperature of anytime bounds of exponential weights, √(ln K/(step·K)), for rewards of unit size.
 *
 * <pre>
 *   at(step) = √(ln K/(step·K))
 * </pre>
 *
 * @see <a href="https://doi.org/10.1561/2200000024">Bubeck and Cesa-Bianchi (2012), Regret analysis of stochastic and
 *     nonstochastic multi-armed bandit problems, where it is the learning rate of Exp3</a>
 * @param actions K, the number of actions, at least 2
 */
@Summary("sqrt(ln K/(step*K)): the temperature of exponential weights, without a horizon")
@Stability(STABLE)
public record AnytimeTemperature(int actions) implements Schedule {
    public AnytimeTemperature {
        Require.atLeast("actions", 2, actions);
    }

    @Override
    public double at(long step) {
        return Math.sqrt(Log.of(actions) / actions / step);
    }
}
