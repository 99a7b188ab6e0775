package kelvin.shard;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import kelvin.simulation.Simulation;

/**
 * A node of the tree of blocks of one learner: 2ⁿ blocks of repetitions, the first of them a multiple of 2ⁿ, or the beginning of one block.
 *
 * @param key names learner and problem, as a checkpoint does
 * @param from the first repetition
 * @param to the repetition after the last
 */
record Node(String key, int from, int to) implements Serializable {
    private static final int BLOCK = Simulation.REPETITIONS_PER_BLOCK;

    /** Splits repetitions, from a multiple of a block on, into nodes of at most so many blocks, as large as they can be. */
    static List<Node> split(String key, int from, int to, int mostBlocks) {
        List<Node> nodes = new ArrayList<>();
        for (int at = from; at < to; ) {
            Node node = largest(key, at, to, mostBlocks);
            nodes.add(node);
            at = node.to;
        }
        return nodes;
    }

    /** Returns the largest node of at most so many blocks that begins at a repetition and ends no later than another. */
    static Node largest(String key, int from, int end, int mostBlocks) {
        int first = from / BLOCK;
        int whole = (end - from) / BLOCK;
        if (whole == 0) {
            return new Node(key, from, end);
        }
        int aligned = first == 0 ? whole : Math.min(whole, Integer.lowestOneBit(first));
        int blocks = Integer.highestOneBit(Math.max(1, Math.min(aligned, mostBlocks)));
        return new Node(key, from, from + blocks * BLOCK);
    }

    int repetitions() {
        return to - from;
    }
}
