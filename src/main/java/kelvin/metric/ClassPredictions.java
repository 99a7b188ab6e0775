package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.contract.Stability;
import kelvin.numeric.CrossEntropy;
import kelvin.numeric.LogLoss;
import kelvin.numeric.NeumaierSum;
import kelvin.numeric.Sigmoid;

/**
 * The logits that a classifier gives to rows, with the probabilities, answers and losses that follow from them.
 *
 * <pre>
 *   one answer:       p[c] = exp z[c] / Σ exp z[j],   loss = −ln p[label]
 *   several answers:  p[c] = σ(z[c]),                 loss = −ln p[label] − Σ ln(1 − p[c]) over the other classes
 * </pre>
 *
 * <p>Losses are in natural logarithms, from logits, so they stay exact where a probability is rounded to 0 or 1.
 *
 * @param severalAnswers whether each class has a gate of its own, so that probabilities need not sum to 1
 * @param logits z, finite, by row, then by class
 */
@Stability(MAY_CHANGE)
public record ClassPredictions(boolean severalAnswers, double[][] logits) {
    /**
     * Returns the probabilities in a row.
     *
     * @param row the row, from 0
     * @return a new array, one per class
     */
    public double[] probabilities(int row) {
        return probabilities(logits[row].clone());
    }

    /**
     * Returns the probabilities in a row after something is added to the logit of one class.
     *
     * <p>With one answer, p of every other class is multiplied by the same (1 − p'[c])/(1 − p[c]); with several, none of them moves.
     *
     * @param row the row, from 0
     * @param c the class
     * @param added what is added, finite
     * @return a new array, one per class
     */
    public double[] raised(int row, int c, double added) {
        double[] z = logits[row].clone();
        z[c] += added;
        return probabilities(z);
    }

    /**
     * Returns the log-odds of a class in a row, ln(p/(1 − p)); taken from its logit, they make it as likely as not.
     *
     * @param row the row, from 0
     * @param c the class
     * @return the log-odds, from the logits; ∞ if it is the only class
     */
    public double logOdds(int row, int c) {
        double[] z = logits[row];
        if (severalAnswers) {
            return z[c];
        }
        double[] others = IntStream.range(0, z.length)
                .filter(k -> k != c)
                .mapToDouble(k -> z[k])
                .toArray();
        return others.length == 0 ? Double.POSITIVE_INFINITY : z[c] - others[0] - CrossEntropy.of(others, 0);
    }

    private double[] probabilities(double[] z) {
        if (severalAnswers) {
            Arrays.setAll(z, c -> Sigmoid.of(z[c]));
        } else {
            CrossEntropy.softmax(z, z);
        }
        return z;
    }

    /**
     * Returns the probabilities in all rows.
     *
     * @return a new array, by row, then by class
     */
    public double[][] probabilities() {
        return IntStream.range(0, logits.length).mapToObj(this::probabilities).toArray(double[][]::new);
    }

    /**
     * Returns the class with the largest logit in a row.
     *
     * @param row the row, from 0
     * @return the first of the largest
     */
    public int answer(int row) {
        int best = 0;
        for (int c = 1; c < logits[row].length; c++) {
            best = logits[row][c] > logits[row][best] ? c : best;
        }
        return best;
    }

    /**
     * Returns the number of classes in a row whose probability reaches a threshold: with gates, those that are open.
     *
     * @param row the row, from 0
     * @param threshold in [0, 1]
     * @return from 0 to the number of classes
     */
    public int open(int row, double threshold) {
        return (int)
                Arrays.stream(probabilities(row)).filter(p -> p >= threshold).count();
    }

    /**
     * Returns the mean loss over all rows.
     *
     * @param labels the class of each row, from 0
     * @return the mean cross-entropy; with several answers the mean log-loss, summed over the classes
     */
    public double meanLoss(int... labels) {
        NeumaierSum sum = new NeumaierSum();
        for (int row = 0; row < labels.length; row++) {
            sum.add(loss(row, labels[row]));
        }
        return sum.value() / labels.length;
    }

    private double loss(int row, int label) {
        if (!severalAnswers) {
            return CrossEntropy.of(logits[row], label);
        }
        double loss = 0;
        for (int c = 0; c < logits[row].length; c++) {
            loss += gateLoss(row, c, label);
        }
        return loss;
    }

    /**
     * Returns the log-loss of one class against all others in a row.
     *
     * @param row the row, from 0
     * @param c the class
     * @param label the class of the row
     * @return −ln σ(z[c]) where the row is of that class, else −ln(1 − σ(z[c]))
     */
    public double gateLoss(int row, int c, int label) {
        return LogLoss.of(logits[row][c], c == label ? 1 : 0);
    }

    /**
     * Counts the answers by the class of the row.
     *
     * @param classes the names of the classes
     * @param labels the class of each row, from 0
     * @return the confusion matrix
     */
    public ConfusionMatrix confusion(List<String> classes, int... labels) {
        return ConfusionMatrix.of(
                classes,
                labels,
                IntStream.range(0, labels.length).map(this::answer).toArray());
    }
}
