package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.BitSet;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * One decision of a log.
 *
 * @param action the action that was chosen, from 0
 * @param reward what it gave, finite
 * @param propensity with which probability it was chosen, in (0, 1]
 * @param open the actions that could be chosen, not to be changed; null for all
 */
@Stability(MAY_CHANGE)
public record LoggedDecision(
        int action,
        double reward,
        double propensity,
        @Nullable BitSet open) {
    public LoggedDecision {
        Require.atLeast("action", 0, action);
        Require.finite("reward", reward);
        Require.that(propensity > 0 && propensity <= 1, "propensity", propensity, "in (0, 1]");
    }

    /** Writes the values that a policy may choose by: −∞ for actions that were not available. */
    void mask(double[] values, double[] out) {
        for (int i = 0; i < values.length; i++) {
            out[i] = open == null || open.get(i) ? values[i] : Double.NEGATIVE_INFINITY;
        }
    }
}
