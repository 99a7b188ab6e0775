package kelvin.shard;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kelvin.experiment.Experiment;
import kelvin.file.IoMessage;
import kelvin.results.CheckpointFolder;
import kelvin.simulation.Checkpoints;
import kelvin.simulation.Simulation;
import kelvin.yaml.BadInput;

/** The nodes in the part files of all shards, joined to checkpoints. */
final class Parts {
    private final String code;
    private final NodeIndex nodes = new NodeIndex();

    /** The nodes in some folders, played by the same code. */
    Parts(List<ShardFolder> folders) {
        code = folders.get(0).code();
        folders.forEach(folder -> folder.places().forEach(nodes::add));
    }

    /** Lists the stretches of repetitions up to an end that no node of a learner holds. */
    List<Node> missing(String key, int end) {
        Deque<Node> missing = new ArrayDeque<>();
        for (int at = 0; at < end; ) {
            Optional<PartFile.Place> place = nodes.at(key, at, end);
            int next =
                    place.map(found -> found.node().to()).orElse(Math.min(at + Simulation.REPETITIONS_PER_BLOCK, end));
            if (place.isEmpty()) {
                boolean more = !missing.isEmpty() && missing.getLast().to() == at;
                missing.add(new Node(key, more ? missing.removeLast().from() : at, next));
            }
            at = next;
        }
        return List.copyOf(missing);
    }

    /** Returns checkpoints of the repetitions up to an end, of which none is missing. */
    Checkpoints upTo(Experiment experiment, int end) {
        Map<String, String> keys = CheckpointFolder.keys(experiment, code);
        Simulation simulation = experiment.simulation();
        return new Checkpoints() {
            @Override
            public long[] load(String label) {
                return simulation.joined(label, nodes(Objects.requireNonNull(keys.get(label)), end));
            }

            @Override
            public void save(String label, long[] words) {}
        };
    }

    /** Reads the statistics one after the other, since all together may be large. */
    private Iterable<long[]> nodes(String key, int end) {
        List<PartFile.Place> all = new ArrayList<>();
        for (int at = 0; at < end; at = all.get(all.size() - 1).node().to()) {
            all.add(nodes.at(key, at, end).orElseThrow());
        }
        Iterator<PartFile.Place> each = all.iterator();
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public long[] next() {
                return words(each.next());
            }
        };
    }

    private static long[] words(PartFile.Place place) {
        try {
            return place.read()
                    .orElseThrow(() -> new BadInput(place.file()
                            + ": is damaged; delete it and play its shard again, which plays what was in it"));
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(place.file(), e));
        }
    }
}
