package kelvin.simulation;

import java.util.Arrays;

/** Counts of selections by rank, one row for the steps up to each of some steps. */
final class RankCounts {
    private final long[] ends;
    private final int ranks;
    private final long[] counts;
    private long step;
    private int row;

    /**
     * Counts before the first step of a run.
     *
     * @param ends the last step of each row, increasing
     * @param ranks the number of ranks that are counted; those beyond are not
     */
    RankCounts(long[] ends, int ranks) {
        this.ends = ends;
        this.ranks = ranks;
        this.counts = new long[ends.length * ranks];
    }

    /** Returns to before the first step of a run, and keeps what was counted. */
    void begin() {
        step = 0;
        row = 0;
    }

    /** Counts the selections in the first places of a log. */
    void add(StepLog log, int steps) {
        int width = log.width();
        for (int place = 0; place < steps; place++) {
            count(log.ranks[place * width]);
            for (int order = 1; order < width; order++) {
                count(log.ranks[place * width + order]);
            }
            step++;
            row += step == ends[row] ? 1 : 0;
        }
    }

    private void count(int rank) {
        if (rank < ranks) {
            counts[row * ranks + rank]++;
        }
    }

    void add(RankCounts more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more.counts[i];
        }
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    /** Returns a row, each count divided by a number. */
    double[] shares(int point, double of) {
        double[] shares = new double[ranks];
        for (int rank = 0; rank < ranks; rank++) {
            shares[rank] = counts[point * ranks + rank] / of;
        }
        return shares;
    }

    /** Returns all counts, row by row; the array itself. */
    long[] all() {
        return counts;
    }
}
