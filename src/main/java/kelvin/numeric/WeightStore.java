package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * A store of weights that change one at a time, and draws in proportion to them. Sums are always made of the present
 * weights, never by difference.
 */
@Stability(MAY_CHANGE)
public interface WeightStore {
    /** The number of weights up to which a scan is faster than a tree. */
    int MAX_SCANNED = 32;

    /**
     * Creates a store of weights that are all 0: an array that is scanned for few, a tree of sums for many.
     *
     * @param size the number of weights, at least 1
     * @return the store
     */
    static WeightStore of(int size) {
        return size <= MAX_SCANNED ? new WeightScan(size) : new WeightTree(size);
    }

    /**
     * Changes one weight.
     *
     * @param place its index
     * @param weight finite or +∞, not negative
     */
    void set(int place, double weight);

    /**
     * Changes all weights.
     *
     * @param weights as many as there are, not negative; copied
     */
    void setAll(double[] weights);

    /**
     * Returns the sum of the weights as they are, without the drift of a running sum.
     *
     * @return the total, ≥ 0
     */
    double total();

    /**
     * Returns the place whose share of the total holds u; never one of weight 0 while the total is above 0.
     *
     * @param u a number in [0, total), for a draw a uniform one
     * @return the index
     */
    int draw(double u);
}
