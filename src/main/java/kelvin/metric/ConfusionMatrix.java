package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * The confusion matrix of a classifier: how often it answered each class in rows of each class.
 *
 * @param classes the names of the classes
 * @param counts the number of rows by their true class, then by the answer
 */
@Stability(MAY_CHANGE)
public record ConfusionMatrix(List<String> classes, long[][] counts) {
    public ConfusionMatrix {
        classes = List.copyOf(classes);
        counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    /**
     * Counts answers.
     *
     * @param classes the names of the classes
     * @param truths the true class of each row, from 0
     * @param answers the answer in each row, from 0
     * @return the matrix
     */
    public static ConfusionMatrix of(List<String> classes, int[] truths, int[] answers) {
        Require.that(answers.length == truths.length, "answers", answers.length, "as many as truths: " + truths.length);
        long[][] counts = new long[classes.size()][classes.size()];
        for (int row = 0; row < truths.length; row++) {
            counts[truths[row]][answers[row]]++;
        }
        return new ConfusionMatrix(classes, counts);
    }

    /**
     * Returns the number of rows.
     *
     * @return how many, right or wrong
     */
    public long rows() {
        return IntStream.range(0, classes.size()).mapToLong(this::rows).sum();
    }

    /**
     * Returns the number of rows of a class.
     *
     * @param truth the true class
     * @return how many, whatever the answer
     */
    public long rows(int truth) {
        return LongStream.of(counts[truth]).sum();
    }

    /**
     * Returns the number of right answers.
     *
     * @return the sum of the diagonal
     */
    public long right() {
        return IntStream.range(0, classes.size()).mapToLong(c -> counts[c][c]).sum();
    }

    /**
     * Returns the share of right answers, the accuracy.
     *
     * @return a number in [0, 1]; NaN without rows
     */
    public double accuracy() {
        return (double) right() / rows();
    }

    /**
     * Returns the share of right answers among the rows of a class.
     *
     * @param truth the true class
     * @return a number in [0, 1]; NaN where there is no such row
     */
    public double recall(int truth) {
        return (double) counts[truth][truth] / rows(truth);
    }

    /**
     * Returns the share of right answers among the rows in which a class was answered.
     *
     * @param answer the answer
     * @return a number in [0, 1]; NaN where it was never given
     */
    public double precision(int answer) {
        return (double) counts[answer][answer]
                / LongStream.range(0, classes.size())
                        .map(truth -> counts[(int) truth][answer])
                        .sum();
    }
}
