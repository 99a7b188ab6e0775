package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** Euclidean projection on the simplex: the nearest point with no negative coordinate and a given sum. */
@Stability(MAY_CHANGE)
public final class Simplex {
    private Simplex() {}

    /**
     * Returns the cut c with Σ max(x − c, 0) = mass; the projection of x is max(x − c, 0).
     *
     * <p>Newton's method from below: the sum is convex and piecewise linear in c, so it never overshoots and stops after
     * finitely many steps, at the exact piece; each step also removes the rounding error of the one before.
     *
     * @param sorted x, ascending, finite or −∞, the last finite
     * @param mass ≥ 0
     * @param sum a sum to add in; its value is lost
     * @return c
     */
    public static double cut(double[] sorted, double mass, NeumaierSum sum) {
        double next = sorted[sorted.length - 1] - mass;
        double cut;
        do {
            cut = next;
            sum.clear();
            int first = sorted.length;
            while (first > 0 && sorted[first - 1] > cut) {
                first--;
                sum.add(sorted[first] - cut);
            }
            sum.add(-mass);
            next = cut + sum.value() / (sorted.length - first);
        } while (next > cut);
        return cut;
    }
}
