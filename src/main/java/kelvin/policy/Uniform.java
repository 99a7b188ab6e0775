package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * The uniform policy: chooses every open action equally often, whatever its value.
 *
 * <pre>
 *   p[i] = 1/n,   n = number of open actions
 * </pre>
 */
@Summary("every open action equally often")
@Stability(STABLE)
public record Uniform() implements Policy {
    @Override
    public void probabilities(double[] values, double[] out) {
        EpsilonGreedy.mix(1, values, out);
    }
}
