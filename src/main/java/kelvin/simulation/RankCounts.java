package kelvin.simulation;

import java.util.Arrays;

/** Counts of selections by rank, one row per reported step for the steps since the one before. */
final class RankCounts {
    private final int ranks;
    private final long[] counts;
    private int row;

    RankCounts(int rows, int ranks) {
        this.ranks = ranks;
        this.counts = new long[rows * ranks];
    }

    /** Goes to the row of a reported step. */
    void moveTo(int point) {
        row = point * ranks;
    }

    /** Counts one choice; ranks beyond the last are not counted. */
    void count(int rank) {
        if (rank < ranks) {
            counts[row + rank]++;
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
