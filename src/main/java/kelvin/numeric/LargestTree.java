package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.contract.Stability;

/** A max tree: the largest of many numbers that change one at a time, in O(log n) per change. */
@Stability(MAY_CHANGE)
public final class LargestTree {
    private final double[] nodes;
    private final int leaves;

    /**
     * Creates a tree.
     *
     * @param numbers the numbers, none {@code NaN}; copied
     */
    public LargestTree(double[] numbers) {
        leaves = Integer.highestOneBit(Math.max(1, numbers.length - 1)) << 1;
        nodes = new double[2 * leaves];
        Arrays.fill(nodes, Double.NEGATIVE_INFINITY);
        System.arraycopy(numbers, 0, nodes, leaves, numbers.length);
        for (int node = leaves - 1; node > 0; node--) {
            nodes[node] = Math.max(nodes[2 * node], nodes[2 * node + 1]);
        }
    }

    /**
     * Changes one number: walks up one path, as far as it matters.
     *
     * @param place its index
     * @param number its new value
     */
    public void set(int place, double number) {
        int node = leaves + place;
        nodes[node] = number;
        while (node > 1) {
            node >>= 1;
            double larger = Math.max(nodes[2 * node], nodes[2 * node + 1]);
            if (nodes[node] == larger) {
                return;
            }
            nodes[node] = larger;
        }
    }

    /**
     * Returns the largest number.
     *
     * @return the maximum; −∞ of none
     */
    public double largest() {
        return nodes[1];
    }
}
