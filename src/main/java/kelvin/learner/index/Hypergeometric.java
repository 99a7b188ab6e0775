package kelvin.learner.index;

import java.util.Arrays;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws hypergeometric numbers: the successes among m of n rewards of 0 or 1, k of them 1, drawn without replacement.
 *
 * <pre>
 *   P(x) = C(k, x)·C(n − k, m − x)/C(n, m)
 * </pre>
 *
 * <p>By inversion outward from the mode: one random number, and as many divisions as the number drawn is away from the mode, twice. Logarithms
 * of factorials are kept in a table, 8 bytes each up to the largest n. Probabilities are right to about 10⁻¹⁴·n.
 */
final class Hypergeometric {
    private final UniformRandomProvider random;
    private double[] logFactorials = new double[16];
    private int filled = 1;

    Hypergeometric(UniformRandomProvider random) {
        this.random = random;
    }

    /** Draws the successes among m of n rewards with k successes; 0 ≤ k ≤ n, 0 ≤ m ≤ n. */
    int draw(int n, int k, int m) {
        fill(n);
        int least = Math.max(0, m - (n - k));
        int most = Math.min(m, k);
        int mode = (int) ((m + 1L) * (k + 1L) / (n + 2L));
        double upper = Exp.of(logChoices(k, mode) + logChoices(n - k, m - mode) - logChoices(n, m));
        double lower = upper;
        double left = random.nextDouble() - upper;
        int up = mode;
        int down = mode;
        while (left >= 0 && (up < most || down > least)) {
            if (up < most) {
                upper *= (double) (k - up) * (m - up) / ((up + 1.0) * (n - k - m + up + 1.0));
                up++;
                left -= upper;
            }
            if (left < 0) {
                return up;
            }
            if (down > least) {
                lower *= down * (double) (n - k - m + down) / ((k - down + 1.0) * (m - down + 1.0));
                down--;
                left -= lower;
            }
            if (left < 0) {
                return down;
            }
        }
        return mode;
    }

    private void fill(int n) {
        if (n >= logFactorials.length) {
            logFactorials = Arrays.copyOf(logFactorials, Math.max(n + 1, logFactorials.length * 3 / 2));
        }
        for (; filled <= n; filled++) {
            logFactorials[filled] = logFactorials[filled - 1] + Log.of(filled);
        }
    }

    private double logChoices(int n, int k) {
        return logFactorials[n] - logFactorials[k] - logFactorials[n - k];
    }
}
