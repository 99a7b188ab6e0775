package kelvin.numeric;

/**
 * Many weights in a tree of sums of eight: a change or a draw walks one path, log₈ n nodes of a cache line or two each.
 *
 * <p>A parent is always the rounded sum of its children as they are, pair by pair, so nothing drifts; a running sum kept by adding
 * differences would lose small weights beside large ones that have gone. Bits are those of a binary tree, of which every third
 * level is kept.
 */
final class WeightTree implements WeightStore {
    /** The levels one after the other, from the children of the root to the weights, each filled up to whole groups of eight. */
    private final double[] nodes;

    /** Where each level starts. */
    private final int[] starts;

    WeightTree(int size) {
        int levels = 1;
        for (int nodes = size; nodes > 8; nodes = (nodes + 7) / 8) {
            levels++;
        }
        starts = new int[levels];
        int total = 0;
        for (int level = 0; level < levels; level++) {
            starts[level] = total;
            int groups = ((size - 1) >> (3 * (levels - 1 - level))) / 8 + 1;
            total += 8 * groups;
        }
        nodes = new double[total];
    }

    @Override
    public void set(int place, double weight) {
        int level = starts.length - 1;
        int index = place;
        nodes[starts[level] + index] = weight;
        while (level > 0) {
            double sum = sum(starts[level] + (index & -8));
            index >>= 3;
            nodes[starts[--level] + index] = sum;
        }
    }

    @Override
    public void setAll(double[] weights) {
        int last = starts.length - 1;
        System.arraycopy(weights, 0, nodes, starts[last], weights.length);
        for (int level = last; level > 0; level--) {
            int end = level < last ? starts[level + 1] : nodes.length;
            int parent = starts[level - 1];
            for (int first = starts[level]; first < end; first += 8) {
                nodes[parent++] = sum(first);
            }
        }
    }

    @Override
    public double total() {
        return sum(0);
    }

    private double sum(int first) {
        return half(first) + half(first + 4);
    }

    private double half(int first) {
        return (nodes[first] + nodes[first + 1]) + (nodes[first + 2] + nodes[first + 3]);
    }

    /** Draws a place; never turns into nodes of weight 0, so rounding of u cannot lead astray. */
    @Override
    public int draw(double u) {
        double rest = u;
        int index = 0;
        for (int start : starts) {
            int node = start + 8 * index;
            double left = half(node);
            if (rest >= left && half(node + 4) > 0) {
                rest -= left;
                node += 4;
            }
            left = nodes[node] + nodes[node + 1];
            if (rest >= left && nodes[node + 2] + nodes[node + 3] > 0) {
                rest -= left;
                node += 2;
            }
            left = nodes[node];
            if (rest >= left && nodes[node + 1] > 0) {
                rest -= left;
                node++;
            }
            index = node - start;
        }
        return index;
    }
}
