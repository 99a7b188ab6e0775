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
 * What one learner has played: whole blocks of repetitions, merged in order, and what there is of blocks after them, which can be
 * gone on with.
 */
final class LearnerProgress {
    /** Repetitions per block: fixed, so that results do not depend on how many repetitions, threads or sessions there are. */
    static final int BLOCK = 8;

    private static final RunStatistics NOTHING =
            new RunStatistics(ReportPoints.of(new long[] {1}), 0, List.of(), false);

    private final ReportPoints points;
    private final int ranks;
    private final List<Metric> metrics;
    private final boolean cuttable;
    /** Empty parts to be used again: large enough for new ones to cost as much as playing. */
    private final Deque<RunStatistics> spare = new ArrayDeque<>();

    private RunStatistics blocks;
    /** Blocks that were cut, or finished before one that was: by their first repetition. */
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
        this.ranks = Math.min(scenario.actions(), Simulation.RANKS);
        this.metrics = scenario.metrics(label);
        this.cuttable = scenario.interruptible(points.horizon());
        this.blocks = part();
    }

    /** An empty part of this learner. */
    RunStatistics part() {
        return new RunStatistics(points, ranks, metrics, cuttable);
    }

    /**
     * Takes up what was saved, if it holds no repetition beyond so many; a part cannot be cut back. Answers how many it holds.
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

    /** What to write down in order to go on later. */
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

    /** How many repetitions are there from the first on. */
    int repetitions() {
        return blocks.repetitions() + next().repetitions();
    }

    /** How many repetitions are there, with those that come after one that is missing. */
    int kept() {
        return blocks.repetitions()
                + others.values().stream().mapToInt(RunStatistics::repetitions).sum();
    }

    /** The repetition after the last there is. */
    private int end() {
        int end = blocks.repetitions();
        for (Map.Entry<Integer, RunStatistics> other : others.entrySet()) {
            end = other.getKey() + other.getValue().repetitions();
        }
        return end;
    }

    /** How many repetitions there are of the block that begins at one. */
    int played(int block) {
        RunStatistics part = others.get(block);
        return block < blocks.repetitions() ? BLOCK : part == null ? 0 : part.repetitions();
    }

    /** How long all of it took to play. */
    long nanos() {
        return blocks.nanos()
                + others.values().stream().mapToLong(RunStatistics::nanos).sum();
    }

    /** The part that a block goes on from. */
    RunStatistics begun(int block) {
        RunStatistics part = others.get(block);
        if (part != null) {
            return copy(part);
        }
        return spare.isEmpty() ? part() : spare.pop();
    }

    /** Takes up a block, which holds what there was of it before. */
    void add(int block, RunStatistics part) {
        if (part.repetitions() > 0) {
            others.put(block, part);
        }
        while (next().repetitions() == BLOCK) {
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

    /** What there is of the block after the whole ones. */
    private RunStatistics next() {
        return others.getOrDefault(blocks.repetitions(), NOTHING);
    }

    /** All repetitions so far from the first on. */
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
