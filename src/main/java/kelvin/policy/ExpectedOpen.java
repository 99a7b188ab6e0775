package kelvin.policy;

import java.util.Arrays;
import kelvin.contract.Require;
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
public record ExpectedOpen(double gates) implements Threshold {
    /**
     * Checks the number.
     *
     * @param gates the expected number of open gates; finite and &gt; 0
     */
    public ExpectedOpen {
        Require.positive("gates", gates);
    }

    @Override
    public void logits(double[] values, double temperature, double[] out) {
        Values.best(values, out);
        if (gates == Subsets.enough("gates", gates, values)) {
            for (int i = 0; i < values.length; i++) {
                out[i] = values[i] == Double.NEGATIVE_INFINITY ? values[i] : Double.POSITIVE_INFINITY;
            }
            return;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int firstSure = sorted.length - (int) gates;
        double part = gates - (int) gates;
        double reference = sorted[part > 0 ? firstSure - 1 : firstSure];
        double shift = shift(logits(sorted, reference, temperature), firstSure, part);
        for (int i = 0; i < values.length; i++) {
            out[i] = Values.logit(values[i], reference, temperature) - shift;
        }
    }

    private static double[] logits(double[] values, double reference, double temperature) {
        double[] logits = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logits[i] = Values.logit(values[i], reference, temperature);
        }
        return logits;
    }

    /**
     * The shift of ascending logits that leaves {@code part} more gates open than there are sure ones. At the lower bracket
     * the gates from the best unsure one upwards stand open but for 1/(en) of them, at the upper one the others are as shut.
     */
    private static double shift(double[] logits, int firstSure, double part) {
        double margin = StrictMath.log(logits.length) + 1;
        double bestUnsure = Math.max(logits[firstSure - 1], -Double.MAX_VALUE / 2);
        double low = bestUnsure - margin + StrictMath.log1p(-part);
        double high = part > 0 ? margin - StrictMath.log(part) : margin;
        return Root.find(shift -> missing(logits, firstSure, part, shift), low, high);
    }

    /** How many gates too few are open; rises with the shift. */
    private static double missing(double[] logits, int firstSure, double part, double shift) {
        double unsure = 0;
        for (int i = 0; i < firstSure; i++) {
            unsure += Sigmoid.of(logits[i] - shift);
        }
        double shut = part;
        for (int i = firstSure; i < logits.length; i++) {
            shut += Sigmoid.of(shift - logits[i]);
        }
        return shut - unsure;
    }
}
