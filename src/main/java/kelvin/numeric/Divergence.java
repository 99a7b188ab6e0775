package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** What one action adds to a Kullback–Leibler divergence. */
@Stability(MAY_CHANGE)
public final class Divergence {
    /** Below this |d| the series takes over: there eᵈ − 1 − d would be a small difference of large numbers. */
    private static final double SMALL = 0.5;

    private Divergence() {}

    /** p·(eᵈ − 1 − d) = q − p − p·d, with d = ln q − ln p and 0·ln 0 = 0. */
    public static double term(double p, double logP, double q, double logQ) {
        return logP == Double.NEGATIVE_INFINITY ? q : term(p, q, logQ - logP);
    }

    public static double term(double p, double q, double d) {
        if (Math.abs(d) < SMALL) {
            return p * excess(d);
        }
        return Double.isInfinite(d) ? Double.POSITIVE_INFINITY : (q - p) - p * d;
    }

    /** eᵈ − 1 − d = d²/2 + d³/6 + …, to the last bit for |d| < ½. */
    private static double excess(double d) {
        double term = d * d / 2;
        double sum = 0;
        for (int k = 3; sum + term != sum; k++) {
            sum += term;
            term *= d / k;
        }
        return sum;
    }
}
