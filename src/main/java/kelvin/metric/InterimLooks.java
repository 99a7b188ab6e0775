package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The interim looks at which the data could have ended the experiment, and the adjustment of intervals and p-values for
 * them.
 *
 * <p>Whoever plays until an interval looks narrow enough stops preferably where it is narrow by chance: an unadjusted 95 % interval
 * then covers the mean less often. With K looks each may spend an equal part of the error (Bonferroni's rule as error
 * spending in a group-sequential plan):
 *
 * <pre>
 *   interval = mean ± t(1 − 0.025/K; n − 1)·standard error,   p = min(1, K·p of one look)
 * </pre>
 *
 * <p>At whichever look playing ends and for whatever reason, the interval misses the mean with probability at most Σ 0.05/K =
 * 0.05, and p stays below x with probability at most x. With one look nothing is adjusted.
 *
 * @param count K, at least 1
 * @see <a href="https://www.worldcat.org/isbn/9780849303166">Jennison and Turnbull (1999), Group sequential methods with applications
 *     to clinical trials, chapters 7 (error spending) and 9 (repeated confidence intervals)</a>
 */
@Stability(MAY_CHANGE)
public record InterimLooks(int count) {
    /** A single look at the end: the number of repetitions was fixed beforehand. */
    public static final InterimLooks ONE = new InterimLooks(1);

    /** The probability above the 97.5 % quantile, in doubles. */
    private static final double TAIL_PROBABILITY = 1 - 0.975;

    public InterimLooks {
        Require.atLeast("looks", 1, count);
    }

    /**
     * Returns the probability that an interval leaves outside on either side.
     *
     * @return 0.025/K
     */
    public double tail() {
        return TAIL_PROBABILITY / count;
    }

    /**
     * Returns the p-value adjusted for all looks.
     *
     * @param alone the p-value that a single look would have; {@code NaN} if undefined
     * @return min(1, K·p)
     */
    public double p(double alone) {
        return Math.min(1, count * alone);
    }

    /**
     * Returns half the width of a Student interval, in standard errors.
     *
     * @param n how many values there are
     * @return t(1 − 0.025/K; n − 1); {@code NaN} for one value
     */
    public double student(long n) {
        return n < 2 ? Double.NaN : TDistribution.of(n - 1.0).inverseCumulativeProbability(1 - tail());
    }

    /**
     * Returns the remark that a caption adds where it speaks of 95 % intervals.
     *
     * @return {@code , adjusted for 12 looks}; empty for one look
     */
    public String adjusted() {
        return count == 1 ? "" : ", adjusted for " + count + " looks";
    }
}
