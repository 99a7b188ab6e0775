package kelvin.model.classifier;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;

/** The immutable description of a classifier and of how it is fitted, as a file names it. */
@Stability(MAY_CHANGE)
public interface ClassifierSpec extends Serializable {
    /**
     * Fits the classifier to rows of which the weight of each class is known; a pure function, the same bits on every machine.
     *
     * @param x the features of each row, n × d, finite; not kept
     * @param targets the weight with which each class is right in each row, n × K, in [0, 1]; not kept
     * @return the fitted classifier
     * @throws IllegalArgumentException if there are no rows, or rows of unequal lengths, or numbers out of range; names the first
     */
    Classifier fit(double[][] x, double[][] targets);

    /**
     * Fits the classifier to rows of which one class each is right.
     *
     * @param x the features of each row, n × d, finite; not kept
     * @param labels the right class of each row, in [0, K); not kept
     * @param classes K, at least 1
     * @return the fitted classifier
     * @throws IllegalArgumentException if there are no rows, or rows of unequal lengths, or numbers out of range; names the first
     */
    default Classifier fit(double[][] x, int[] labels, int classes) {
        Require.atLeast("classes", 1, classes);
        double[][] targets = new double[labels.length][classes];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new InvalidValue("labels[" + i + "]", labels[i], "in [0, " + classes + ")");
            }
            targets[i][labels[i]] = 1;
        }
        return fit(x, targets);
    }
}
