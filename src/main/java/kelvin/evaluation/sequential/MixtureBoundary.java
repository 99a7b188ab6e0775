package kelvin.evaluation.sequential;

import kelvin.numeric.Exp;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;

/**
 * Boundary that a sum of bounded errors crosses at any time with at most a stated probability: the method of mixtures, over a grid.
 *
 * <p>Let ξ₁, ξ₂, … ≥ −1 be numbers minus predictions of them that use the past alone, d₁, d₂, … the errors of the predictions in
 * expectation, and
 *
 * <pre>
 *   S = Σ (ξᵢ − dᵢ),   dᵢ = E[ξᵢ | past],   V = Σ ξᵢ²,   ψ(λ) = −ln(1 − λ) − λ
 *   M = 1/n·Σ exp(λₖ·S − ψ(λₖ)·V) over λₖ = 2^(−k/2), k = 1 … n
 * </pre>
 *
 * <p><b>Proof.</b> For ξ ≥ −1 and λ in [0, 1), exp(λξ − ψ(λ)ξ²) ≤ 1 + λξ (Fan, Grama and Liu). So with d = E[ξ], E[exp(λ(ξ −
 * d) − ψ(λ)ξ²)] ≤ (1 + λd)·exp(−λd) ≤ 1: each term of M is a supermartingale that begins at 1, and so is their mean. By Ville's
 * inequality M reaches 1/α at any time with probability at most α. The boundary is the least S at which it does, given V.
 *
 * @implNote A grid of 32 numbers down to 2⁻¹⁶ has one near √(2·ln(1/α)/V), the best for a known V, up to V of some 10¹⁰; not to know V
 *     costs ln 32 in the exponent at most. The boundary is found by Newton's method, from above: ln M is convex in S.
 * @see <a href="https://doi.org/10.1214/20-AOS1991">Howard, Ramdas, McAuliffe and Sekhon (2021), Time-uniform, nonparametric,
 *     nonasymptotic confidence sequences</a>
 * @see <a href="https://doi.org/10.1214/EJP.v20-3496">Fan, Grama and Liu (2015), Exponential inequalities for martingales with
 *     applications</a>
 */
final class MixtureBoundary {
    private static final int TERMS = 32;
    private static final double[] SCALES = new double[TERMS];
    private static final double[] COSTS = new double[TERMS];
    private static final double LOG_TERMS = Log.of(TERMS);
    private static final int MAX_STEPS = 100;

    static {
        for (int k = 0; k < TERMS; k++) {
            SCALES[k] = Math.scalb(k % 2 == 0 ? Math.sqrt(0.5) : 0.5, -(k / 2));
            COSTS[k] = -Log1p.of(-SCALES[k]) - SCALES[k];
        }
    }

    private MixtureBoundary() {}

    /** Returns true if M is at least 1/α; the largest term decides where it is above n/α, or below 1/α. */
    static boolean crossed(double sum, double squares, double alpha) {
        double wanted = -Log.of(alpha);
        double largest = largest(sum, squares);
        return largest >= wanted && (largest - LOG_TERMS >= wanted || logEvidence(sum, squares) >= wanted);
    }

    /** Returns ln M for a sum S and a sum of squares V. */
    static double logEvidence(double sum, double squares) {
        double largest = largest(sum, squares);
        double total = 0;
        for (int k = 0; k < TERMS; k++) {
            total += Exp.of(SCALES[k] * sum - COSTS[k] * squares - largest);
        }
        return largest + Log.of(total) - LOG_TERMS;
    }

    private static double largest(double sum, double squares) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < TERMS; k++) {
            largest = Math.max(largest, SCALES[k] * sum - COSTS[k] * squares);
        }
        return largest;
    }

    /** Returns the boundary: the least S ≥ 0 at which M is 1/α, given V. */
    static double of(double squares, double alpha) {
        double wanted = -Log.of(alpha);
        double above = Double.POSITIVE_INFINITY;
        for (int k = 0; k < TERMS; k++) {
            above = Math.min(above, (wanted + LOG_TERMS + COSTS[k] * squares) / SCALES[k]);
        }
        double sum = above;
        for (int step = 0; step < MAX_STEPS; step++) {
            double next = sum - (logEvidence(sum, squares) - wanted) / slope(sum, squares);
            if (!(next < sum)) {
                break;
            }
            sum = next;
        }
        return sum;
    }

    /** Returns the derivative of ln M by S: the mean of λ, weighted by the terms of M. */
    private static double slope(double sum, double squares) {
        double evidence = logEvidence(sum, squares) + LOG_TERMS;
        double slope = 0;
        for (int k = 0; k < TERMS; k++) {
            slope += SCALES[k] * Exp.of(SCALES[k] * sum - COSTS[k] * squares - evidence);
        }
        return slope;
    }
}
