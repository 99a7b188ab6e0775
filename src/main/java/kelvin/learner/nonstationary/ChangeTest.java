package kelvin.learner.nonstationary;

import java.util.Arrays;
import kelvin.contract.Require;
import kelvin.contract.Resumable;
import kelvin.contract.StateFields;
import kelvin.learner.RewardFamily;
import kelvin.numeric.Log;

/**
 * The generalised likelihood ratio test for a change of the mean, of one action's rewards in [0, 1] in the order in which they come.
 *
 * <pre>
 *   change when, for some s &lt; n,   Λ(s, n) = s·kl(m₁, m) + (n − s)·kl(m₂, m) &gt; ln(3 n√n/δ)
 * </pre>
 *
 * <p>Λ is a difference of logarithms of likelihoods, so one more reward r raises the largest of them by at most its surprise,
 * −r·ln m − (1 − r)·ln(1 − m), m the mean before; splits it makes possible are below the sum of surprises since. The test is
 * made only where a largest Λ known from before and the surprises since exceed the threshold; elsewhere no Λ can. For rewards of 0 and 1 it is
 * looked up, and computed as written where it comes so near to the threshold that rounding might decide.
 */
final class ChangeTest implements Resumable {
    /** The error allowed to what is looked up or added up, relative to n·ln n: far above that of either. */
    private static final double TOLERANCE = 1e-12;

    private final double errorProbability;
    private final int every;
    private final EntropyTable table;
    /** The prefix sums of the rewards since the restart. */
    private double[] sums = new double[8];

    private int count;
    private boolean whole = true;
    /** A bound on every Λ, and a threshold of some n up to the present one. */
    private double largest;

    private double threshold;

    ChangeTest(double errorProbability, int every, EntropyTable table) {
        this.errorProbability = errorProbability;
        this.every = every;
        this.table = table;
    }

    /** Returns the number of rewards since the restart. */
    int count() {
        return count;
    }

    /** Returns their mean. */
    double mean() {
        return sums[count] / count;
    }

    void restart() {
        count = 0;
        whole = true;
        largest = 0;
        threshold = 0;
    }

    /** Adds a reward and returns whether the test finds a change. */
    boolean changed(double reward) {
        largest += count == 0 ? 0 : surprise(mean(), reward);
        whole &= reward == 0 || reward == 1;
        int n = ++count;
        if (n == sums.length) {
            sums = Arrays.copyOf(sums, n * 3 / 2);
        }
        sums[n] = sums[n - 1] + reward;
        if (n % every != 0 || !(largest > threshold)) {
            return false;
        }
        threshold = Log.of(3 * n * Math.sqrt(n) / errorProbability);
        return largest > threshold && exceeds(n);
    }

    private static double surprise(double mean, double reward) {
        return (reward > 0 ? -reward * Log.of(mean) : 0) + (reward < 1 ? -(1 - reward) * Log.of(1 - mean) : 0);
    }

    /** Makes the test, and notes the largest Λ. */
    private boolean exceeds(int n) {
        table.fill(n);
        double rounding = TOLERANCE * (1 + table.at(n));
        double greatest = 0;
        for (int s = every; s < n; s += every) {
            double ratio = whole ? ratio((int) sums[s], s, (int) sums[n], n) : asWritten(s, n);
            if (ratio > threshold - rounding && asWritten(s, n) > threshold) {
                return true;
            }
            greatest = Math.max(greatest, ratio);
        }
        largest = greatest + rounding;
        return false;
    }

    private double ratio(int first, int s, int all, int n) {
        return table.logLikelihood(first, s) + table.logLikelihood(all - first, n - s) - table.logLikelihood(all, n);
    }

    private double asWritten(int s, int n) {
        double mean = sums[n] / n;
        double rest = Math.min(1, (sums[n] - sums[s]) / (n - s));
        return s * RewardFamily.BERNOULLI.divergence(sums[s] / s, mean)
                + (n - s) * RewardFamily.BERNOULLI.divergence(rest, mean);
    }

    @Override
    public void state(StateFields fields) {
        double[] upToNow = fields.realList("sums", Arrays.copyOf(sums, count + 1));
        Require.that(upToNow.length > 0, "sums", "no number", "at least one");
        count = upToNow.length - 1;
        sums = Arrays.copyOf(upToNow, Math.max(upToNow.length + 1, sums.length));
        whole = fields.flag("whole", whole);
        for (int i = 0; fields.loading() && i < upToNow.length; i++) {
            double before = i == 0 ? 0 : sums[i - 1];
            boolean possible = sums[i] >= before
                    && sums[i] <= (i == 0 ? 0 : before + 1)
                    && (!whole || sums[i] == Math.rint(sums[i]));
            Require.that(possible, "sums[" + i + "]", sums[i], "a sum of rewards in [0, 1]");
        }
        largest = fields.real("largest", largest);
        threshold = fields.real("threshold", threshold);
    }
}
