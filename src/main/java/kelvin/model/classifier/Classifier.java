package kelvin.model.classifier;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import kelvin.numeric.CrossEntropy;
import kelvin.numeric.Sigmoid;

/** A fitted classifier: features to a logit and a probability for each class. Immutable, for any number of threads; allocates nothing. */
@Stability(MAY_CHANGE)
public interface Classifier {
    /**
     * Returns the number of classes.
     *
     * @return K, at least 1
     */
    int classes();

    /**
     * Returns the number of features.
     *
     * @return d
     */
    int features();

    /**
     * Returns whether several classes may be right at once: each has a sigmoid gate of its own, and the probabilities need not sum to 1.
     *
     * @return true for gates, false for a softmax over the classes
     */
    boolean severalAnswers();

    /**
     * Writes the logit of each class: of its gate, or up to a constant common to all the logarithm of its probability.
     *
     * @param x the features, length d, finite
     * @param out receives the logits, length K
     */
    void logits(double[] x, double[] out);

    /**
     * Writes the probability of each class: σ(logit) where several may be right, else the softmax of the logits.
     *
     * @param x the features, length d, finite
     * @param out receives the probabilities, length K
     */
    default void probabilities(double[] x, double[] out) {
        logits(x, out);
        if (severalAnswers()) {
            for (int c = 0; c < out.length; c++) {
                out[c] = Sigmoid.of(out[c]);
            }
        } else {
            CrossEntropy.softmax(out, out);
        }
    }

    /**
     * Writes the coefficients of the logit of a class, where logits are linear in the features.
     *
     * @param c the class, in [0, K)
     * @param out receives d weights, then the intercept; untouched where logits are not linear
     * @return whether they are
     */
    boolean coefficients(int c, double[] out);
}
