package kelvin.learner.nonstationary;

import java.util.Arrays;
import kelvin.numeric.Log;

/** A table of x·ln x for x = 0, 1, 2, …, computed as far as asked for. */
final class EntropyTable {
    private double[] table = new double[16];
    private int filled = 1;

    /** Computes the table up to n. */
    void fill(int n) {
        if (n >= table.length) {
            table = Arrays.copyOf(table, Math.max(n + 1, table.length * 3 / 2));
        }
        for (; filled <= n; filled++) {
            table[filled] = filled * Log.of(filled);
        }
    }

    /** Returns x·ln x, of an x up to which the table is filled. */
    double at(int x) {
        return table[x];
    }

    /** Returns the largest logarithm of the likelihood of some ones among n rewards of 0 or 1; both within the table. */
    double logLikelihood(int ones, int n) {
        return table[ones] + table[n - ones] - table[n];
    }
}
