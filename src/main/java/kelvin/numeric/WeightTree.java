package kelvin.numeric;

/**
 * Many weights in a binary tree of sums: a change or a draw walks one path, log₂ n nodes.
 *
 * <p>A parent is always the rounded sum of its two children as they are, so nothing drifts; a running sum kept by adding
 * differences would lose small weights beside large ones that have gone.
 */
final class WeightTree implements WeightStore {
    /** Node i has the children 2i and 2i + 1; the root is node 1, the first weight node {@code leaves}. */
    private final double[] nodes;

    private final int leaves;

    WeightTree(int size) {
        leaves = Integer.highestOneBit(size - 1) << 1;
        nodes = new double[2 * leaves];
    }

    @Override
    public void set(int place, double weight) {
        int node = leaves + place;
        nodes[node] = weight;
        while (node > 1) {
            node >>= 1;
            nodes[node] = nodes[2 * node] + nodes[2 * node + 1];
        }
    }

    @Override
    public void setAll(double[] weights) {
        System.arraycopy(weights, 0, nodes, leaves, weights.length);
        for (int node = leaves - 1; node > 0; node--) {
            nodes[node] = nodes[2 * node] + nodes[2 * node + 1];
        }
    }

    @Override
    public double total() {
        return nodes[1];
    }

    /** Draws a place; never turns into a child of weight 0, so rounding of u cannot lead astray. */
    @Override
    public int draw(double u) {
        double rest = u;
        int node = 1;
        while (node < leaves) {
            node *= 2;
            double left = nodes[node];
            if (rest >= left && nodes[node + 1] > 0) {
                rest -= left;
                node++;
            }
        }
        return node - leaves;
    }
}
