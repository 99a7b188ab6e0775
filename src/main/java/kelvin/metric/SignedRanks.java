package kelvin.metric;

import java.util.Arrays;
import java.util.Comparator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The result of Wilcoxon's signed-rank test of differences against 0, after those that are 0 are left out.
 *
 * <p>W is the sum of the ranks of the positive ones among all by size, ties at their mean rank. Up to {@value #MAX_EXACT} differences
 * without ties, p is exact; elsewhere W is normal with mean n(n + 1)/4 and variance n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48 over groups of
 * t ties, half a unit nearer to its mean for continuity. The bits are those of Commons Statistics, whose test cannot run in a browser.
 *
 * @param p the two-sided p-value, adjusted for the number of looks; {@code NaN} for a single difference, 1 where all are 0
 * @param direction the sign of W − n(n + 1)/4; 0 where there is no p-value, or all are 0
 * @see <a href="https://doi.org/10.2307/3001968">Wilcoxon (1945), Individual comparisons by ranking methods</a>
 */
record SignedRanks(double p, double direction) {
    private static final int MAX_EXACT = 50;

    static SignedRanks of(double[] differences, InterimLooks looks) {
        double[] bySize = Arrays.stream(differences)
                .filter(d -> d != 0)
                .boxed()
                .sorted(Comparator.comparingDouble(Math::abs))
                .mapToDouble(d -> d)
                .toArray();
        if (differences.length < 2) {
            return new SignedRanks(Double.NaN, 0);
        } else if (bySize.length == 0) {
            return new SignedRanks(1, 0);
        }
        int n = bySize.length;
        double positive = 0;
        double ties = 0;
        for (int from = 0, to; from < n; from = to) {
            to = from;
            int above = 0;
            while (to < n && Math.abs(bySize[to]) == Math.abs(bySize[from])) {
                above += bySize[to] > 0 ? 1 : 0;
                to++;
            }
            double count = to - from;
            positive += above * (from + 1 + to) / 2.0;
            ties += count * count * count - count;
        }
        double excess = positive - n * (n + 1.0) / 4;
        double p = ties == 0 && n <= MAX_EXACT ? exact((int) positive, n) : normal(excess, n, ties);
        return new SignedRanks(looks.p(p), Math.signum(excess));
    }

    /** Counts, by adding one rank after the other, of how many subsets the ranks sum to at most the smaller of both sums. */
    private static double exact(int positive, int n) {
        int most = Math.min(positive, n * (n + 1) / 2 - positive);
        double[] subsets = new double[most + 1];
        subsets[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = most; sum >= rank; sum--) {
                subsets[sum] += subsets[sum - rank];
            }
        }
        return Math.min(1, 2 * Math.scalb(Arrays.stream(subsets).sum(), -n));
    }

    private static double normal(double excess, int n, double ties) {
        double variance = (n * (n + 1.0) * (2 * n + 1.0) - ties / 2) / 24;
        double z = (Math.abs(excess) - (excess == 0 ? 0 : 0.5)) / Math.sqrt(variance);
        return 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
    }
}
