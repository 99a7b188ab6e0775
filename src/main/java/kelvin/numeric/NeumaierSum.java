package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** A running sum with Neumaier's compensation: one rounding error in all, whatever the number of terms. */
@Stability(MAY_CHANGE)
public final class NeumaierSum {
    private double sum;
    private double lost;

    /** Begins a new sum, in the same object. */
    public NeumaierSum clear() {
        sum = 0;
        lost = 0;
        return this;
    }

    public void add(double x) {
        double next = sum + x;
        lost += lost(sum, x, next);
        sum = next;
    }

    /** What rounding takes from a + b, exactly. */
    static double lost(double a, double b, double sum) {
        return Math.abs(a) >= Math.abs(b) ? (a - sum) + b : (b - sum) + a;
    }

    /** An infinite sum has no meaningful remainder. */
    public double value() {
        return Double.isInfinite(sum) ? sum : sum + lost;
    }
}
