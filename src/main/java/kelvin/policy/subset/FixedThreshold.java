package kelvin.policy.subset;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.policy.ValueChecks;

/**
 * A threshold that is a number: what is good enough does not depend on what else there is.
 *
 * <p>Where values are probabilities p of being right, and a wrong action costs c and a missing one b, it is the threshold by cost at
 * {@code c/(c + b)}: showing an action gains p·b − (1 − p)·c. Where a right action pays 1 and each costs c, it is c. Where values are
 * payoffs from which the cost is taken already, it is 0.
 *
 * @param value θ, in reward units; finite
 */
@Summary("a threshold that is a number; in YAML, write the number")
@Stability(STABLE)
public record FixedThreshold(double value) implements Threshold {
    public FixedThreshold {
        Require.finite("value", value);
    }

    @Override
    public void logits(double[] values, double temperature, double[] out) {
        ValueChecks.best(values, out);
        for (int i = 0; i < values.length; i++) {
            out[i] = ValueChecks.logit(values[i], value, temperature);
        }
    }
}
