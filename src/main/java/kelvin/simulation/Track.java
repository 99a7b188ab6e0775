package kelvin.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import kelvin.learner.LearnerSpec;
import kelvin.metric.Metric;
import kelvin.metric.Paths;

/**
 * What one learner has played: whole blocks of repetitions, merged in order, and what there is of the block after them, which
 * can be gone on with.
 */
final class Track {
    /** Repetitions per block: fixed, so that results do not depend on how many repetitions, threads or sessions there are. */
    static final int BLOCK = 8;

    private final long[] report;
    private final int[] places;
    private final int ranks;
    private final List<Metric> metrics;
    /** Empty parts to be used again: large enough for new ones to cost as much as playing. */
    private final Deque<Part> spare = new ArrayDeque<>();

    private Part blocks;
    private Part rest;

    Track(LearnerSpec spec, long[] report, int ranks) {
        this.report = report;
        this.places = Paths.places(report);
        this.ranks = ranks;
        this.metrics = Stream.of(Metric.values())
                .filter(metric -> metric.general() || spec.recommends())
                .toList();
        this.blocks = part();
        this.rest = part();
    }

    /** An empty part of this learner. */
    Part part() {
        return new Part(report, places, ranks, metrics);
    }

    /** Takes up what was saved, if it holds no more than so many repetitions; more cannot be cut back. Answers how many it holds. */
    long resume(Words saved, int most) {
        long held = saved.isEmpty() ? 0 : saved.read();
        if (held > 0 && held <= most) {
            blocks.readFrom(saved);
            rest.readFrom(saved);
        }
        return held;
    }

    /** What to write down in order to go on later. */
    Words words() {
        Words words = Words.empty();
        words.write(repetitions());
        blocks.writeTo(words);
        rest.writeTo(words);
        return words;
    }

    int repetitions() {
        return blocks.repetitions() + rest.repetitions();
    }

    /** How long all of it took to play. */
    long nanos() {
        return blocks.nanos() + rest.nanos();
    }

    /** The part that the block beginning at a repetition goes on from. */
    Part begun(int repetition) {
        if (repetition == blocks.repetitions() && rest.repetitions() > 0) {
            return copy(rest);
        }
        return spare.isEmpty() ? part() : spare.pop();
    }

    /** Adds the next block, which holds what there was of it before. */
    void add(Part block) {
        if (block.repetitions() < BLOCK) {
            rest = block;
        } else {
            boolean first = blocks.repetitions() == 0;
            blocks = joined(blocks, block);
            if (!first) {
                block.clear();
                spare.push(block);
            }
            rest.clear();
        }
    }

    /** All repetitions so far. */
    Part whole() {
        return joined(copy(blocks), rest);
    }

    private static Part joined(Part part, Part next) {
        if (part.repetitions() == 0) {
            return next;
        } else if (next.repetitions() > 0) {
            part.append(next);
        }
        return part;
    }

    private Part copy(Part part) {
        Words words = Words.empty();
        part.writeTo(words);
        Part copy = part();
        copy.readFrom(Words.of(words.all()));
        return copy;
    }
}
