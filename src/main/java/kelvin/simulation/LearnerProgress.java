package kelvin.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kelvin.metric.Metric;

/**
 * The progress of one learner: the statistics of whole blocks of repetitions, merged without a gap from the first on, and those of
 * later or unfinished blocks, which can be resumed.
 *
 * <p>Blocks are merged along a binary tree over their numbers that is the same for any number of them: two neighbours of 2ⁿ blocks
 * each, the first a multiple of 2ⁿ⁺¹, become one, and what is left over at the end is merged from the right. Whoever has played
 * all blocks of a node can merge them alone, and gives the same bits.
 */
final class LearnerProgress {
    /** The number of cleared statistics that are kept: players take them, merges of what was played elsewhere do not. */
    private static final int MAX_SPARE = 64;

    private final ReportPoints points;
    private final int ranks;
    private final List<Metric> metrics;
    private final boolean cuttable;
    /** Cleared statistics for reuse; allocating new ones would take as long as playing. */
    private final Deque<RunStatistics> spare = new ArrayDeque<>();

    /** The statistics of the largest whole subtrees, from the first block on; each is smaller than the one before. */
    private final Deque<RunStatistics> subtrees = new ArrayDeque<>();
    /** The statistics of interrupted blocks, and of blocks finished before an interrupted one, by their first repetition. */
    private final SortedMap<Integer, RunStatistics> others = new TreeMap<>();

    /**
     * The progress of a learner that has played nothing yet.
     *
     * @param scenario what it plays
     * @param label its label there
     * @param report the reported steps
     */
    LearnerProgress(Scenario scenario, String label, long[] report) {
        this.points = ReportPoints.of(report, scenario.changes());
        this.ranks = Math.min(scenario.actions(), Simulation.MAX_RANKS);
        this.metrics = scenario.metrics(label);
        this.cuttable = scenario.interruptible(points.horizon());
    }

    /** Returns empty statistics for this learner. */
    RunStatistics part() {
        return new RunStatistics(points, ranks, metrics, cuttable);
    }

    /**
     * Resumes from a checkpoint, unless it holds a repetition beyond so many, for statistics cannot be cut back. Returns how many
     * repetitions it holds.
     */
    int resume(BitBuffer saved, int most) {
        int held = saved.isEmpty() ? 0 : (int) saved.read();
        if (held > 0 && saved.read() <= most) {
            for (long left = saved.read(); left > 0; left--) {
                subtrees.add(part(saved));
            }
            for (long left = saved.read(); left > 0; left--) {
                int first = (int) saved.read();
                others.put(first, part(saved));
            }
        }
        return held;
    }

    /** Returns a checkpoint to resume from. */
    BitBuffer words() {
        BitBuffer words = BitBuffer.empty();
        words.write(kept());
        words.write(end());
        words.write(subtrees.size());
        subtrees.forEach(subtree -> subtree.writeTo(words));
        words.write(others.size());
        others.forEach((first, part) -> {
            words.write(first);
            part.writeTo(words);
        });
        return words;
    }

    /** Returns the number of repetitions played without a gap from the first on. */
    int repetitions() {
        return merged() + next().map(RunStatistics::repetitions).orElse(0);
    }

    /** Returns the number of repetitions played, those after a gap included. */
    int kept() {
        return merged()
                + others.values().stream().mapToInt(RunStatistics::repetitions).sum();
    }

    /** Returns the index after the last repetition played. */
    private int end() {
        int end = merged();
        for (Map.Entry<Integer, RunStatistics> other : others.entrySet()) {
            end = other.getKey() + other.getValue().repetitions();
        }
        return end;
    }

    /** Returns the number of repetitions played of the block that begins at one. */
    int played(int block) {
        RunStatistics part = others.get(block);
        return block < merged() ? Simulation.REPETITIONS_PER_BLOCK : part == null ? 0 : part.repetitions();
    }

    /** Returns the time that playing took, in nanoseconds. */
    long nanos() {
        return Stream.concat(subtrees.stream(), others.values().stream())
                .mapToLong(RunStatistics::nanos)
                .sum();
    }

    /** Returns the statistics that a block resumes from, empty if it was not begun. */
    RunStatistics begun(int block) {
        RunStatistics part = others.get(block);
        if (part != null) {
            return copy(part);
        }
        return spare.isEmpty() ? part() : spare.pop();
    }

    /** Adds the statistics of a block, which include what there was of it before. */
    void add(int block, RunStatistics part) {
        if (part.repetitions() > 0) {
            others.put(block, part);
        }
        while (next().filter(next -> next.repetitions() == Simulation.REPETITIONS_PER_BLOCK)
                .isPresent()) {
            append(Objects.requireNonNull(others.remove(merged())));
        }
    }

    /**
     * Merges the progress of the repetitions that come after these, all of whole blocks: a node of the tree, or the unfinished block
     * at the end.
     */
    void append(LearnerProgress next) {
        int from = merged();
        next.subtrees.forEach(this::append);
        next.others.forEach((first, part) -> others.put(from + first, part));
    }

    /** Appends a node of the tree, and merges neighbours of one size: what stands before a node is at least as large. */
    private void append(RunStatistics node) {
        subtrees.add(node);
        for (int size = node.repetitions(); before() == size; size *= 2) {
            RunStatistics right = subtrees.removeLast();
            subtrees.getLast().append(right);
            if (spare.size() < MAX_SPARE) {
                right.clear();
                spare.push(right);
            }
        }
    }

    /** Returns the number of repetitions of the last subtree but one; 0 without any. */
    private int before() {
        RunStatistics last = subtrees.removeLast();
        int before = subtrees.isEmpty() ? 0 : subtrees.getLast().repetitions();
        subtrees.add(last);
        return before;
    }

    /** Returns the number of repetitions in merged blocks. */
    private int merged() {
        return subtrees.stream().mapToInt(RunStatistics::repetitions).sum();
    }

    /** Returns the statistics of the block after the merged ones, if it was begun. */
    private Optional<RunStatistics> next() {
        return Optional.ofNullable(others.get(merged()));
    }

    /** Returns the statistics of all repetitions without a gap from the first on. */
    RunStatistics whole() {
        Deque<RunStatistics> nodes = new ArrayDeque<>(subtrees);
        next().ifPresent(nodes::add);
        RunStatistics whole = nodes.isEmpty() ? part() : copy(nodes.removeLast());
        while (!nodes.isEmpty()) {
            RunStatistics left = copy(nodes.removeLast());
            left.append(whole);
            whole = left;
        }
        return whole;
    }

    private RunStatistics copy(RunStatistics part) {
        BitBuffer words = BitBuffer.empty();
        part.writeTo(words);
        return part(BitBuffer.of(words.all()));
    }

    private RunStatistics part(BitBuffer saved) {
        RunStatistics part = part();
        part.readFrom(saved);
        return part;
    }
}
