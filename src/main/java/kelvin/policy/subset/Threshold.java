package kelvin.policy.subset;

import static kelvin.contract.Stability.Level.STABLE;

import java.io.Serializable;
import kelvin.contract.ShortForm;
import kelvin.contract.Stability;
import kelvin.policy.Policy;

/**
 * The threshold of {@link IndependentGates}: a number, the mean of the values, or wherever a given number of gates is
 * open on average.
 *
 * <p>In YAML a number where a threshold is expected is a {@link FixedThreshold}.
 */
@ShortForm(value = FixedThreshold.class, form = "number")
@Stability(STABLE)
public sealed interface Threshold extends Serializable permits FixedThreshold, MeanThreshold, ExpectedOpen {
    /**
     * Writes how far each value is above the threshold, in temperatures.
     *
     * <pre>
     *   out[i] = (q[i] − θ)/τ
     * </pre>
     *
     * <p>This and not θ itself is what a threshold says, because a θ rounded to a double can be far from the true one when τ
     * is small.
     *
     * @param values estimated value of each action, as for {@link Policy#probabilities(double[], double[])}
     * @param temperature τ, in reward units; finite and &gt; 0
     * @param out receives the distances, length n; may be the same array as {@code values}; −∞ for a closed action, ±∞ where
     *     the distance exceeds every double
     * @throws IllegalArgumentException as {@link SubsetPolicy#inclusion(double[], double[])} does
     */
    void logits(double[] values, double temperature, double[] out);
}
