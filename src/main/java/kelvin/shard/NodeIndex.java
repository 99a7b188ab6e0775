package kelvin.shard;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import kelvin.simulation.Simulation;

/** An index of played nodes by learner and place; nodes may overlap, since shards may be dealt out anew. */
final class NodeIndex {
    private final Map<String, NavigableMap<Integer, NavigableMap<Integer, PartFile.Place>>> places = new HashMap<>();

    /** Adds a node, unless there is one with the same repetitions. */
    void add(PartFile.Place place) {
        Node node = place.node();
        places.computeIfAbsent(node.key(), key -> new TreeMap<>())
                .computeIfAbsent(node.from(), from -> new TreeMap<>())
                .putIfAbsent(node.to(), place);
    }

    /** Returns the largest node that begins at a repetition and ends with a block before an end, or just there. */
    Optional<PartFile.Place> at(String key, int from, int end) {
        return of(key).getOrDefault(from, new TreeMap<>()).headMap(end, true).descendingMap().values().stream()
                .filter(place -> place.node().to() == end || place.node().to() % Simulation.REPETITIONS_PER_BLOCK == 0)
                .findFirst();
    }

    /** Returns the first repetition after one at which a node begins, or else the end. */
    int next(String key, int from, int end) {
        Integer next = of(key).higherKey(from);
        return next == null ? end : Math.min(next, end);
    }

    private NavigableMap<Integer, NavigableMap<Integer, PartFile.Place>> of(String key) {
        return places.getOrDefault(key, new TreeMap<>());
    }
}
