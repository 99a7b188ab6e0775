package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The contribution of one action to a Kullback–Leibler divergence. */
@Stability(MAY_CHANGE)
public final class Divergence {
    /** The |d| below which the series takes over: there eᵈ − 1 − d would be a small difference of large numbers. */
    private static final double MAX_FOR_SERIES = 0.5;

    private Divergence() {}

    /**
     * Returns q − p − p·ln(q/p), from probabilities and their logarithms; Σ over all actions is KL(p‖q), without
     * cancellation where p and q are close.
     *
     * @param p a probability
     * @param logP ln p
     * @param q another probability
     * @param logQ ln q
     * @return the term, ≥ 0; q where p is 0, ∞ where q alone is 0
     */
    public static double term(double p, double logP, double q, double logQ) {
        return logP == Double.NEGATIVE_INFINITY ? q : term(p, q, logQ - logP);
    }

    /**
     * Returns p·(eᵈ − 1 − d) = q − p − p·d, for d = ln q − ln p.
     *
     * @param p a probability above 0
     * @param q another probability
     * @param d ln q − ln p
     * @return the term, ≥ 0, to the last bits also where d is small
     */
    public static double term(double p, double q, double d) {
        if (Math.abs(d) < MAX_FOR_SERIES) {
            return p * excess(d);
        }
        return Double.isInfinite(d) ? Double.POSITIVE_INFINITY : (q - p) - p * d;
    }

    /** Returns eᵈ − 1 − d = d²/2 + d³/6 + …, to the last bit for |d| < ½. */
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
