package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** Weights that change one at a time, and draws from them. Sums are always made of the present weights, never by difference. */
@Stability(MAY_CHANGE)
public interface WeightStore {
    /** Up to so many weights a scan is quicker than a tree. */
    int SCANNED = 32;

    static WeightStore of(int size) {
        return size <= SCANNED ? new WeightScan(size) : new WeightTree(size);
    }

    /** Changes one weight; finite or +∞, not negative. */
    void set(int place, double weight);

    /** Changes all weights to those of an array of the same size. */
    void setAll(double[] weights);

    double total();

    /** The place whose share of the total holds u in [0, total); never one of weight 0 while the total is above 0. */
    int draw(double u);
}
