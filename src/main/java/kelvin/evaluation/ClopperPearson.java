package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;

/**
 * The exact (Clopper–Pearson) interval of a binomial proportion: all p under which neither as few successes as were
 * seen nor as many have a probability below δ/2.
 *
 * <p>Cost: O(successes or failures, whichever are fewer) once, and O(√trials) for each of some 60 steps of a bisection.
 *
 * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934), The use of confidence or fiducial limits
 *     illustrated in the case of the binomial</a>
 */
@Stability(MAY_CHANGE)
public final class ClopperPearson {
    private ClopperPearson() {}

    /**
     * Returns the interval, whose coverage is at least 1 − delta.
     *
     * @param successes from 0 to trials
     * @param trials at least 1
     * @param delta the probability of error, in (0, 1)
     * @return an interval within [0, 1]
     */
    public static Interval interval(long successes, long trials, double delta) {
        return new Interval(1 - upper(trials - successes, trials, delta / 2), upper(successes, trials, delta / 2));
    }

    private static double upper(long k, long n, double tail) {
        if (k == n) {
            return 1;
        }
        double ways = logBinomial(n, k);
        double low = (double) k / n;
        double high = 1;
        for (double middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
            if (atMost(k, n, middle, ways) > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Computes P(X ≤ k) for k/n below p; terms fall from k down to 0. */
    private static double atMost(long k, long n, double p, double ways) {
        double term = 1;
        double sum = 1;
        for (long j = k; j > 0 && term > sum * 0x1p-60; j--) {
            term *= j * (1 - p) / ((n - j + 1) * p);
            sum += term;
        }
        return sum * Exp.of(ways + k * Log.of(p) + (n - k) * Log1p.of(-p));
    }

    private static double logBinomial(long n, long k) {
        long fewer = Math.min(k, n - k);
        double sum = 0;
        for (long j = 1; j <= fewer; j++) {
            sum += Log.of((double) (n - fewer + j) / j);
        }
        return sum;
    }
}
