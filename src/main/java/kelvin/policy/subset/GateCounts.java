package kelvin.policy.subset;

import java.util.Arrays;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The exact distribution of the number of open gates among independent ones (Poisson binomial), for all of them, each
 * half, each quarter and so on.
 *
 * <p>A tree of convolutions of positive numbers: nothing is ever subtracted, so nothing cancels. The same tree, walked down
 * from the root, answers for every gate what the others do, and draws a set of a given size. Counts above {@code most} are
 * not kept. Cost: about n·most steps for filling and as many for walking; memory n·log n at worst.
 *
 * @see <a href="https://doi.org/10.1093/biomet/81.3.457">Chen, Dempster and Liu (1994), Weighted finite population sampling to
 *     maximize entropy, for the law of gates with a given sum</a>
 */
final class GateCounts {
    private static final int ROOT = 1;

    private final int gates;
    /** counts[node][k]: the probability that k gates under this node are open. */
    private final double[][] counts;

    private final double[][] worths;

    /** The probability of each split of the open gates between two halves. */
    private final double[] weights;

    GateCounts(int gates, int most) {
        this.gates = gates;
        this.counts = new double[4 * gates][];
        this.worths = new double[4 * gates][];
        this.weights = new double[most + 1];
        allocate(ROOT, gates, most);
    }

    private void allocate(int node, int size, int most) {
        counts[node] = new double[Math.min(size, most) + 1];
        worths[node] = new double[Math.min(size, most) + 1];
        if (size > 1) {
            allocate(left(node), size / 2, most);
            allocate(right(node), size - size / 2, most);
        }
    }

    /** Sets the probability that each gate is open and that it is shut, which sum to 1 but each has its own digits. */
    GateCounts fill(double[] open, double[] shut) {
        fill(ROOT, 0, gates, open, shut);
        return this;
    }

    private void fill(int node, int from, int to, double[] open, double[] shut) {
        double[] count = counts[node];
        if (to - from == 1) {
            count[0] = shut[from];
            if (count.length > 1) {
                count[1] = open[from];
            }
            return;
        }
        int middle = middle(from, to);
        fill(left(node), from, middle, open, shut);
        fill(right(node), middle, to, open, shut);
        convolve(counts[left(node)], counts[right(node)], count);
    }

    private static void convolve(double[] left, double[] right, double[] out) {
        Arrays.fill(out, 0);
        for (int i = 0; i < left.length; i++) {
            int end = Math.min(right.length, out.length - i);
            for (int j = 0; j < end; j++) {
                out[i + j] += left[i] * right[j];
            }
        }
    }

    /**
     * Writes, for each gate, the expected worth if it is shut and if it is open, given what it is worth that k gates
     * are open.
     *
     * @param worth the worth of k open gates in all, for k up to {@code most}; worth nothing above
     */
    void expect(double[] worth, double[] ifShut, double[] ifOpen) {
        System.arraycopy(worth, 0, worths[ROOT], 0, worths[ROOT].length);
        expect(ROOT, 0, gates, ifShut, ifOpen);
    }

    private void expect(int node, int from, int to, double[] ifShut, double[] ifOpen) {
        double[] worth = worths[node];
        if (to - from == 1) {
            ifShut[from] = worth[0];
            ifOpen[from] = worth.length > 1 ? worth[1] : 0;
            return;
        }
        correlate(counts[right(node)], worth, worths[left(node)]);
        correlate(counts[left(node)], worth, worths[right(node)]);
        int middle = middle(from, to);
        expect(left(node), from, middle, ifShut, ifOpen);
        expect(right(node), middle, to, ifShut, ifOpen);
    }

    private static void correlate(double[] sibling, double[] worth, double[] out) {
        for (int i = 0; i < out.length; i++) {
            int end = Math.min(sibling.length, worth.length - i);
            double sum = 0;
            for (int j = 0; j < end; j++) {
                sum += sibling[j] * worth[i + j];
            }
            out[i] = sum;
        }
    }

    /** Draws the set of open gates given their number: first how many in each half, and so on down. */
    void draw(int open, UniformRandomProvider random, boolean[] out) {
        draw(ROOT, 0, gates, open, random, out);
    }

    private void draw(int node, int from, int to, int open, UniformRandomProvider random, boolean[] out) {
        if (to - from == 1 || open == 0) {
            Arrays.fill(out, from, to, open > 0);
            return;
        }
        double[] left = counts[left(node)];
        double[] right = counts[right(node)];
        int least = Math.max(0, open - right.length + 1);
        int splits = Math.min(open, left.length - 1) - least + 1;
        for (int i = 0; i < splits; i++) {
            weights[i] = left[least + i] * right[open - least - i];
        }
        Arrays.fill(weights, splits, weights.length, 0);
        int inLeft = least + Weights.draw(weights, random);
        int middle = middle(from, to);
        draw(left(node), from, middle, inLeft, random, out);
        draw(right(node), middle, to, open - inLeft, random, out);
    }

    private static int left(int node) {
        return 2 * node;
    }

    private static int right(int node) {
        return 2 * node + 1;
    }

    private static int middle(int from, int to) {
        return from + (to - from) / 2;
    }
}
