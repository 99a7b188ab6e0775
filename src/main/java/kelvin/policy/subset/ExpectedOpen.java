package kelvin.policy.subset;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * The threshold at which a given number of gates is open on average.
 *
 * <pre>
 *   Σ σ((q[i] − θ)/τ) = gates
 * </pre>
 *
 * <p>There is exactly one as long as {@code gates} is less than the number of open actions; at that number θ = −∞ and every
 * gate of an open action is open. Adding a constant to all values changes nothing.
 *
 * @implNote Solved to full precision: what the worse actions' gates are open is weighed against what the better ones' are
 *     shut, two sums of positive numbers, so that both tails keep their digits. Cost: one sort, and one exponential per
 *     action for each of about 60 steps.
 * @param gates the expected number of open gates, not necessarily whole; finite and &gt; 0, and at most the number of open
 *     actions of the values it meets
 */
@Summary("the threshold at which so many gates are open on average")
@Stability(STABLE)
public record ExpectedOpen(double gates) implements Threshold {
    public ExpectedOpen {
        Require.positive("gates", gates);
    }

    @Override
    public void logits(double[] values, double temperature, double[] out) {
        new GateShift(values.length).logits(this, values, temperature, out);
    }
}
