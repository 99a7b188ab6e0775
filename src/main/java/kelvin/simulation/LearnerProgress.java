package kelvin.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import kelvin.metric.Metric;

/**
 * The progress of one learner: the statistics of whole blocks of repetitions, merged in order, and those of later or unfinished
 * blocks, which can be resumed.
 */
final class LearnerProgress {
    /** The number of repetitions per block: fixed, so that results do not depend on how many repetitions, threads or sessions there are. */
    static final int REPETITIONS_PER_BLOCK = 8;

    private static final RunStatistics NOTHING =
            new RunStatistics(ReportPoints.of(new long[] {1}), 0, List.of(), false);

    private final ReportPoints points;
    private final int ranks;
    private final List<Metric> metrics;
    private final boolean cuttable;
    /** Cleared statistics for reuse; allocating new ones would take as long as playing. */
    private final Deque<RunStatistics> spare = new ArrayDeque<>();

    private RunStatistics blocks;
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
        this.points = ReportPoints.of(report);
        this.ranks = Math.min(scenario.actions(), Simulation.MAX_RANKS);
        this.metrics = scenario.metrics(label);
        this.cuttable = scenario.interruptible(points.horizon());
        this.blocks = part();
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
            blocks.readFrom(saved);
            for (long left = saved.read(); left > 0; left--) {
                int first = (int) saved.read();
                RunStatistics part = part();
                part.readFrom(saved);
                others.put(first, part);
            }
        }
        return held;
    }

    /** Returns a checkpoint to resume from. */
    BitBuffer words() {
        BitBuffer words = BitBuffer.empty();
        words.write(kept());
        words.write(end());
        blocks.writeTo(words);
        words.write(others.size());
        others.forEach((first, part) -> {
            words.write(first);
            part.writeTo(words);
        });
        return words;
    }

    /** Returns the number of repetitions played without a gap from the first on. */
    int repetitions() {
        return blocks.repetitions() + next().repetitions();
    }

    /** Returns the number of repetitions played, those after a gap included. */
    int kept() {
        return blocks.repetitions()
                + others.values().stream().mapToInt(RunStatistics::repetitions).sum();
    }

    /** Returns the index after the last repetition played. */
    private int end() {
        int end = blocks.repetitions();
        for (Map.Entry<Integer, RunStatistics> other : others.entrySet()) {
            end = other.getKey() + other.getValue().repetitions();
        }
        return end;
    }

    /** Returns the number of repetitions played of the block that begins at one. */
    int played(int block) {
        RunStatistics part = others.get(block);
        return block < blocks.repetitions() ? REPETITIONS_PER_BLOCK : part == null ? 0 : part.repetitions();
    }

    /** Returns the time that playing took, in nanoseconds. */
    long nanos() {
        return blocks.nanos()
                + others.values().stream().mapToLong(RunStatistics::nanos).sum();
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
        while (next().repetitions() == REPETITIONS_PER_BLOCK) {
            append(Objects.requireNonNull(others.remove(blocks.repetitions())));
        }
    }

    private void append(RunStatistics block) {
        boolean first = blocks.repetitions() == 0;
        blocks = joined(blocks, block);
        if (!first) {
            block.clear();
            spare.push(block);
        }
    }

    /** Returns the statistics of the block after the merged ones. */
    private RunStatistics next() {
        return others.getOrDefault(blocks.repetitions(), NOTHING);
    }

    /** Returns the statistics of all repetitions without a gap from the first on. */
    RunStatistics whole() {
        return joined(copy(blocks), next());
    }

    private static RunStatistics joined(RunStatistics part, RunStatistics next) {
        if (part.repetitions() == 0) {
            return next;
        } else if (next.repetitions() > 0) {
            part.append(next);
        }
        return part;
    }

    private RunStatistics copy(RunStatistics part) {
        BitBuffer words = BitBuffer.empty();
        part.writeTo(words);
        RunStatistics copy = part();
        copy.readFrom(BitBuffer.of(words.all()));
        return copy;
    }
}
