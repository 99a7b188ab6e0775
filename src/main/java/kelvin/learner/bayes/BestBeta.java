package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Stability;
import kelvin.numeric.BetaFunction;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;

/**
 * The exact probability that each of several independent beta variables is the largest.
 *
 * <pre>
 *   P(i is largest) = ∫ f[i](x)·∏ F[j](x) dx,   j over all others
 * </pre>
 *
 * <p>The integral runs over z = ln(x/(1 − x)), on which each density is smooth on its own scale. Panels with 16 Gauss-Legendre nodes
 * end at the centre of each variable and at 1, 2, 4, … 64 scales from it. Cost: 240·n² incomplete beta functions. For two variables
 * with whole parameters it is a finite sum of as many terms as the parameters are large.
 */
@Stability(STABLE)
public final class BestBeta {
    /** The ends of panels that each variable adds: its centre and 7 on either side. */
    private static final int EDGES_PER_ACTION = 15;

    private static final double[] NODES = {
        0.0950125098376374402, 0.2816035507792589132, 0.4580167776572273863, 0.6178762444026437484,
        0.7554044083550030339, 0.8656312023878317439, 0.9445750230732325761, 0.9894009349916499326
    };
    private static final double[] WEIGHTS = {
        0.1894506104550684963, 0.1826034150449235889, 0.1691565193950025382, 0.1495959888165767321,
        0.1246289712555338720, 0.0951585116824927848, 0.0622535239386478929, 0.0271524594117540949
    };

    /** The largest a + b up to which no term of the finite sum underflows. */
    private static final double MAX_TRIALS = 1000;

    private BestBeta() {}

    /**
     * Writes the probability that each open variable is the largest.
     *
     * @param a the first parameter of each variable, &gt; 0
     * @param b the second parameter of each variable, &gt; 0
     * @param open the variables that count
     * @param out receives the probabilities, as long; 0 where not open
     */
    public static void probabilities(double[] a, double[] b, BitSet open, double[] out) {
        Arrays.fill(out, 0);
        if (open.cardinality() == 2) {
            int i = open.nextSetBit(0);
            int j = open.nextSetBit(i + 1);
            if (whole(a[i] + b[i], a[i], b[i]) && whole(a[j] + b[j], a[j], b[j])) {
                out[i] = exceeds(a[i], b[i], a[j], b[j]);
                out[j] = exceeds(a[j], b[j], a[i], b[i]);
                return;
            }
        }
        double[] edges = edges(a, b, open);
        double[] densities = new double[a.length];
        double[] lower = new double[a.length];
        for (int panel = 1; panel < edges.length; panel++) {
            double half = (edges[panel] - edges[panel - 1]) / 2;
            double middle = edges[panel - 1] + half;
            for (int k = 0; k < NODES.length && half > 0; k++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double z = middle + sign * half * NODES[k];
                    double x = 1 / (1 + Exp.of(-z));
                    double y = 1 / (1 + Exp.of(z));
                    for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
                        densities[i] = BetaFunction.density(a[i], b[i], x, y);
                        lower[i] = BetaFunction.lower(a[i], b[i], x, y);
                    }
                    add(open, densities, lower, half * WEIGHTS[k], out);
                }
            }
        }
    }

    private static boolean whole(double trials, double a, double b) {
        return trials <= MAX_TRIALS && a == Math.rint(a) && b == Math.rint(b);
    }

    /**
     * Returns P(X &gt; Y) for X ~ Beta(a, b), Y ~ Beta(c, d): Σ B(c + i, b + d)/((b + i)·B(1 + i, b)·B(c, d)), i below
     * a.
     */
    private static double exceeds(double a, double b, double c, double d) {
        double term = 1;
        for (int k = 0; k < b; k++) {
            term *= (d + k) / (c + d + k);
        }
        double sum = 0;
        for (int i = 0; i < a; i++) {
            sum += term;
            term *= (c + i) * (b + i) / ((c + i + b + d) * (1 + i));
        }
        return sum;
    }

    private static void add(BitSet open, double[] densities, double[] lower, double weight, double[] out) {
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            double product = weight * densities[i];
            for (int j = open.nextSetBit(0); j >= 0 && product > 0; j = open.nextSetBit(j + 1)) {
                product *= j == i ? 1 : lower[j];
            }
            out[i] += product;
        }
    }

    private static double[] edges(double[] a, double[] b, BitSet open) {
        double[] edges = new double[EDGES_PER_ACTION * open.cardinality()];
        int next = 0;
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            double centre = Log.of(a[i] / b[i]);
            double scale = Math.sqrt(1 / a[i] + 1 / b[i]);
            edges[next++] = centre;
            for (int distance = 1; distance <= 64; distance *= 2) {
                edges[next++] = centre - distance * scale;
                edges[next++] = centre + distance * scale;
            }
        }
        Arrays.sort(edges);
        return edges;
    }
}
