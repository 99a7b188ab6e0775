package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import kelvin.contract.Stability;

/**
 * The reliability of predictions in one bin of them: what was predicted beside what is true. Of a learner: what it predicted and what
 * the arms are truly expected to pay, over all arms, traced steps and repetitions. Of a classifier: the probability that it gave to a class and
 * 1 where that is the row's class, else 0, over all rows and classes.
 *
 * @param learner the label of the learner or classifier
 * @param low where the bin begins; −∞ for the first, which counts all predictions below its end
 * @param high where it ends; ∞ for the last, which counts all predictions above its beginning
 * @param predicted the mean of the predictions in the bin
 * @param actual the mean of what was true of the same: expected rewards, or the share of rows of the class
 * @param share the share of all predictions that are in the bin, above 0
 */
@Stability(MAY_CHANGE)
public record ReliabilityBin(String learner, double low, double high, double predicted, double actual, double share) {
    private static final int BINS = 10;

    /**
     * Sorts the probabilities of a classifier into ten bins of equal width.
     *
     * @param classifier its label
     * @param probabilities a number in [0, 1] per row and class
     * @param labels the class of each row, from 0
     * @return the bins that are not empty, ascending
     */
    public static List<ReliabilityBin> of(String classifier, double[][] probabilities, int[] labels) {
        double[] predicted = new double[BINS];
        long[] actual = new long[BINS];
        long[] counts = new long[BINS];
        long total = 0;
        for (int row = 0; row < labels.length; row++) {
            for (int c = 0; c < probabilities[row].length; c++) {
                int bin = Math.min((int) (BINS * probabilities[row][c]), BINS - 1);
                predicted[bin] += probabilities[row][c];
                actual[bin] += labels[row] == c ? 1 : 0;
                counts[bin]++;
                total++;
            }
        }
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            if (counts[b] > 0) {
                bins.add(new ReliabilityBin(
                        classifier,
                        b == 0 ? Double.NEGATIVE_INFINITY : (double) b / BINS,
                        b == BINS - 1 ? Double.POSITIVE_INFINITY : (b + 1.0) / BINS,
                        predicted[b] / counts[b],
                        (double) actual[b] / counts[b],
                        (double) counts[b] / total));
            }
        }
        return bins;
    }
}
