package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The cross-entropy of a softmax, from its logits, with its gradient: no overflow, no logarithm of 0.
 *
 * <pre>
 *   loss(z, label) = −ln p[label] = ln Σ exp z[j] − z[label],        p[k] = exp z[k] / Σ exp z[j]
 *   ∂loss/∂z[k]    = p[k] for the others,  −Σ p[j] over the others for the label
 *   loss(z, t)     = −Σ t[k]·ln p[k],                                ∂loss/∂z[k] = p[k]·Σ t[j] − t[k]
 * </pre>
 *
 * <p>In natural logarithms (nats). ln Σ exp z[j] is the largest logit plus ln(1 + the other terms), so that a loss near 0 keeps its
 * digits; p[label] − 1 itself would lose them. Relative errors are those of exp of a difference of logits: with differences of
 * D nats, about (D + K)·2⁻⁵³. A logit of −∞ closes its class: its probability and derivative are 0. Cost: O(K), one exponential each.
 *
 * @see <a href="https://www.deeplearningbook.org/contents/mlp.html">Goodfellow, Bengio and Courville (2016), Deep learning, section
 *     6.2.2.3</a>
 */
@Stability(MAY_CHANGE)
public final class CrossEntropy {
    private CrossEntropy() {}

    /**
     * Returns the cross-entropy of one right class.
     *
     * @param logits z, any doubles below ∞ but {@code NaN}, one of them finite
     * @param label the right class
     * @return the loss, ≥ 0; ∞ if the right class is closed
     */
    public static double of(double[] logits, int label) {
        int best = best(logits, label);
        return logits[best] - logits[label] + Log1p.of(others(logits, best));
    }

    /**
     * Returns the cross-entropy of soft targets.
     *
     * @param logits z, any doubles below ∞ but {@code NaN}, one of them finite
     * @param targets t, the weight with which each class is right, ≥ 0 and finite; they need not sum to 1
     * @return −Σ t[k]·ln p[k], where a weight of 0 counts nothing even if p[k] is 0
     */
    public static double of(double[] logits, double[] targets) {
        int best = best(logits, 0);
        double rest = Log1p.of(others(logits, best));
        double loss = 0;
        for (int k = 0; k < logits.length; k++) {
            if (targets[k] > 0) {
                loss += targets[k] * (logits[best] - logits[k] + rest);
            }
        }
        return loss;
    }

    /**
     * Writes the gradient of the cross-entropy of one right class.
     *
     * @param logits z, any doubles below ∞ but {@code NaN}, one of them finite
     * @param label the right class
     * @param out receives the derivative by each logit, in [−1, 1]; may be the logits
     */
    public static void gradient(double[] logits, int label, double[] out) {
        softmax(logits, best(logits, label), out);
        double others = 0;
        for (int k = 0; k < out.length; k++) {
            others += k == label ? 0 : out[k];
        }
        out[label] = -others;
    }

    /**
     * Writes the gradient of the cross-entropy of soft targets.
     *
     * <p>Σ t[j] − t[k] and 1 − p[k] are summed up from the others where k is the largest, so that neither cancels.
     *
     * @param logits z, any doubles below ∞ but {@code NaN}, one of them finite
     * @param targets t, the weight with which each class is right, ≥ 0 and finite; they need not sum to 1
     * @param out receives p[k]·Σ t[j] − t[k] for each logit; may be the logits, not the targets
     */
    public static void gradient(double[] logits, double[] targets, double[] out) {
        int best = best(logits, 0);
        int heaviest = best(targets, 0);
        double less = softmax(logits, best, out);
        double lighter = 0;
        for (int k = 0; k < targets.length; k++) {
            lighter += k == heaviest ? 0 : targets[k];
        }
        double total = lighter + targets[heaviest];
        for (int k = 0; k < out.length; k++) {
            double unlikely = k == best ? less : 1 - out[k];
            double untold = k == heaviest ? lighter : total - targets[k];
            out[k] = out[k] * untold - targets[k] * unlikely;
        }
    }

    /**
     * Writes the probabilities, exp z[k] / Σ exp z[j].
     *
     * @param logits z, any doubles below ∞ but {@code NaN}, one of them finite
     * @param out receives the softmax of the logits; may be the logits
     */
    public static void softmax(double[] logits, double[] out) {
        double top = logits[best(logits, 0)];
        for (int k = 0; k < logits.length; k++) {
            out[k] = Exp.of(logits[k] - top);
        }
        Weights.normalise(out);
    }

    /** Writes the probabilities and returns 1 − that of the largest logit, summed up from the others. */
    private static double softmax(double[] logits, int best, double[] out) {
        double top = logits[best];
        double others = 0;
        for (int k = 0; k < logits.length; k++) {
            out[k] = Exp.of(logits[k] - top);
            others += k == best ? 0 : out[k];
        }
        double sum = 1 + others;
        for (int k = 0; k < out.length; k++) {
            out[k] /= sum;
        }
        return others / sum;
    }

    /** Returns Σ exp(z[j] − z[best]) over the others. */
    private static double others(double[] logits, int best) {
        double sum = 0;
        for (int k = 0; k < logits.length; k++) {
            sum += k == best ? 0 : Exp.of(logits[k] - logits[best]);
        }
        return sum;
    }

    /** Returns the place of the largest number, a preferred one among equals. */
    private static int best(double[] numbers, int preferred) {
        int best = preferred;
        for (int k = 0; k < numbers.length; k++) {
            best = numbers[k] > numbers[best] ? k : best;
        }
        return best;
    }
}
