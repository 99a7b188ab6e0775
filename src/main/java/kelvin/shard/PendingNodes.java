package kelvin.shard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kelvin.simulation.Simulation;

/**
 * The nodes of a share that are left to play, in order: of one block while nothing is known of a learner, then as large as takes about
 * a time wanted. What was played before is left out, whatever the size of its nodes.
 */
final class PendingNodes {
    /** A node of a learner's work. */
    record Unit(Work work, Node node) {
        long decisions() {
            return work.experiment().horizon() * node.repetitions();
        }

        private Unit with(Node other) {
            return new Unit(work, other);
        }
    }

    private final Deque<Unit> units;
    private final NodeIndex played;
    private final long nodeNanos;
    private final Map<String, Long> nanosPerBlock = new ConcurrentHashMap<>();

    /** The nodes of some units without those that were played, of about so many nanoseconds each. */
    PendingNodes(List<Unit> units, NodeIndex played, long nodeNanos) {
        this.units = new ArrayDeque<>(units);
        this.played = played;
        this.nodeNanos = nodeNanos;
    }

    /** Returns how many decisions are left. */
    long decisions() {
        long decisions = 0;
        for (Unit unit : units) {
            for (Unit rest = unit; rest.node.repetitions() > 0; rest = after(rest, next(rest))) {
                decisions += played(rest.node).isPresent()
                        ? 0
                        : rest.with(next(rest)).decisions();
            }
        }
        return decisions;
    }

    /** Takes the next node out; empty if none is left. */
    Optional<Unit> poll() {
        while (!units.isEmpty()) {
            Unit first = units.removeFirst();
            boolean done = played(first.node).isPresent();
            Node node = next(first);
            Unit rest = after(first, node);
            if (rest.node.repetitions() > 0) {
                units.addFirst(rest);
            }
            if (!done) {
                return Optional.of(first.with(node));
            }
        }
        return Optional.empty();
    }

    /** Notes how long a node took; from any thread. */
    void took(Node node, long nanos) {
        int blocks = Math.max(1, node.repetitions() / Simulation.REPETITIONS_PER_BLOCK);
        nanosPerBlock.put(node.key(), Math.max(1, nanos / blocks));
    }

    private static Unit after(Unit unit, Node node) {
        return unit.with(new Node(node.key(), node.to(), unit.node.to()));
    }

    /** Returns the node that was played from the beginning of a unit on, or else the one to play next. */
    private Node next(Unit unit) {
        Node all = unit.node;
        return played(all).orElseGet(() -> {
            long most = nodeNanos / nanosPerBlock.getOrDefault(all.key(), nodeNanos);
            int end = played.next(all.key(), all.from(), all.to());
            return Node.largest(all.key(), all.from(), end, (int) Math.max(1, most));
        });
    }

    private Optional<Node> played(Node all) {
        return played.at(all.key(), all.from(), all.to()).map(PartFile.Place::node);
    }
}
