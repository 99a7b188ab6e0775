package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * The exact expected F1 score of a set of answers that are right independently of each other.
 *
 * <pre>
 *   F1(S, Y) = 2·|S ∩ Y|/(|S| + |Y|),   F1(∅, ∅) = 1,   answer i is in Y with probability p[i]
 *   E F1(S) = 2 Σ h·P(h of S right)·E[1/(|S| + h + number right outside of S)] over h = 1 … |S|;   E F1(∅) = Π (1 − p[i])
 * </pre>
 *
 * <p>Of all sets of one size that of the likeliest answers is the best, so the best set of all is a prefix of the answers from the
 * likeliest on. The number right in S has a Poisson binomial distribution, built up answer by answer; the mean of 1/a grows outside of S
 * by E ← p·E[1/(a + 1)] + (1 − p)·E[1/a]. Sums and products of positive numbers: nothing cancels. Cost: about 2n² products for all
 * prefixes of n answers. Holds its arrays, n²/2 numbers; used by one thread at a time.
 *
 * @see <a href="https://arxiv.org/abs/1206.4625">Ye, Chai, Lee and Chieu (2012), Optimizing F-measures: a tale of two approaches</a>
 */
@Stability(MAY_CHANGE)
public final class ExpectedF1 {
    /** The largest number of answers, at which the arrays take 67 MB. */
    public static final int MAX_ANSWERS = 4096;

    private final int answers;
    /** right[k][h]: the probability that h of the first k answers are right. */
    private final double[][] right;
    /** inverse[a]: the mean of 1/(a + number right among the answers outside). */
    private final double[] inverse;

    /**
     * Creates a calculator for a number of answers.
     *
     * @param answers n, from 1 to {@link #MAX_ANSWERS}
     */
    public ExpectedF1(int answers) {
        Require.that(answers >= 1 && answers <= MAX_ANSWERS, "answers", answers, "from 1 to " + MAX_ANSWERS);
        this.answers = answers;
        this.right = new double[answers + 1][];
        for (int k = 0; k <= answers; k++) {
            right[k] = new double[k + 1];
        }
        right[0][0] = 1;
        this.inverse = new double[2 * answers + 1];
    }

    /**
     * Returns the F1 score of a set of answers.
     *
     * @param shown |S|, the number of answers in the set
     * @param hits |S ∩ Y|, how many of them are right
     * @param right |Y|, the number of right answers
     * @return 2·hits/(shown + right), in [0, 1]; 1 where all three are 0
     */
    public static double score(int shown, int hits, int right) {
        return shown + right == 0 ? 1 : 2.0 * hits / (shown + right);
    }

    /**
     * Returns the expected F1 score of the first answers.
     *
     * @param p the probability that each answer is right, in [0, 1], which is not checked; length n
     * @param shown how many of the first are in the set, from 0 to n
     * @return E F1, in [0, 1] but for rounding
     */
    public double of(double[] p, int shown) {
        count(p, shown == 0 ? answers : shown);
        if (shown == 0) {
            return right[answers][0];
        }
        for (int a = shown + 1; a <= shown + answers; a++) {
            inverse[a] = 1.0 / a;
        }
        for (int i = answers - 1; i >= shown; i--) {
            leaveOut(p[i], shown + 1, shown + i);
        }
        return mean(shown);
    }

    /**
     * Writes the expected F1 score of the first k answers for every k; where answers come from the likeliest on, the largest of these is
     * the largest of all sets.
     *
     * @param p the probability that each answer is right, in [0, 1], which is not checked; length n
     * @param out receives E F1 of the first 0, 1, … n answers; length n + 1
     */
    public void ofPrefixes(double[] p, double[] out) {
        count(p, answers);
        out[0] = right[answers][0];
        for (int a = 1; a < inverse.length; a++) {
            inverse[a] = 1.0 / a;
        }
        for (int k = answers; k > 0; k--) {
            out[k] = mean(k);
            leaveOut(p[k - 1], 2, 2 * (k - 1));
        }
    }

    /** Fills the distributions of the number right among the first k answers, up to k. */
    private void count(double[] p, int most) {
        for (int k = 0; k < most; k++) {
            double[] before = right[k];
            double[] after = right[k + 1];
            Arrays.fill(after, 0);
            for (int h = 0; h <= k; h++) {
                after[h] += before[h] * (1 - p[k]);
                after[h + 1] += before[h] * p[k];
            }
        }
    }

    /** Moves an answer out of the set: it may be right all the same. */
    private void leaveOut(double p, int from, int to) {
        for (int a = from; a <= to; a++) {
            inverse[a] = p * inverse[a + 1] + (1 - p) * inverse[a];
        }
    }

    private double mean(int shown) {
        double sum = 0;
        for (int h = 1; h <= shown; h++) {
            sum += h * right[shown][h] * inverse[shown + h];
        }
        return 2 * sum;
    }
}
