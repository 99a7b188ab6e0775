package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** A running sum with Neumaier's compensation: one rounding error in all, whatever the number of terms. */
@Stability(MAY_CHANGE)
public final class NeumaierSum {
    private double sum;
    private double lost;

    /**
     * Clears the sum.
     *
     * @return this, with the sum 0
     */
    public NeumaierSum clear() {
        sum = 0;
        lost = 0;
        return this;
    }

    /**
     * Adds a number.
     *
     * @param x any number
     */
    public void add(double x) {
        double next = sum + x;
        lost += lost(sum, x, next);
        sum = next;
    }

    /** Returns the rounding error of a + b, exactly. */
    static double lost(double a, double b, double sum) {
        return Math.abs(a) >= Math.abs(b) ? (a - sum) + b : (b - sum) + a;
    }

    /**
     * Returns the sum; an infinite one without its compensation, which would be {@code NaN}.
     *
     * @return the sum of all numbers since it was cleared
     */
    public double value() {
        return Double.isInfinite(sum) ? sum : sum + lost;
    }
}
