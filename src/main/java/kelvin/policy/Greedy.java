package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * The greedy policy: always chooses the best action, and shares ties equally.
 *
 * <pre>
 *   p[i] = 1/k if q[i] = max q, else 0,   k = number of best actions
 * </pre>
 */
@Summary("always the best action, ties shared equally")
@Stability(STABLE)
public record Greedy() implements Policy {
    @Override
    public void probabilities(double[] values, double[] out) {
        EpsilonGreedy.mix(0, values, out);
    }
}
