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
 * @param reward what it gave, of size up to 1e300
 * @param propensity with which probability it was chosen, in (0, 1] and large enough that its inverse is finite
 * @param open the actions that could be chosen, not to be changed; null for all
 */
@Stability(MAY_CHANGE)
public record LoggedDecision(
        int action,
        double reward,
        double propensity,
        @Nullable BitSet open) {
    /** Sums of so many rewards as there can be are finite. */
    private static final double MAX_REWARD = 1e300;

    public LoggedDecision {
        Require.atLeast("action", 0, action);
        Require.that(Math.abs(reward) <= MAX_REWARD, "reward", reward, "a number of size up to 1e300");
        Require.that(propensity > 0 && propensity <= 1, "propensity", propensity, "in (0, 1]");
        Require.that(Double.isFinite(1 / propensity), "propensity", propensity, "large enough for a finite weight");
    }

    /** Writes the values that a policy may choose by: −∞ for actions that were not available. */
    void mask(double[] values, double[] out) {
        for (int i = 0; i < values.length; i++) {
            out[i] = open == null || open.get(i) ? values[i] : Double.NEGATIVE_INFINITY;
        }
    }
}
