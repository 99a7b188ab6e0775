package kelvin.simulation;

import java.util.Arrays;

/** How often the arm of each rank was chosen, between one reported step and the next; one row of counts per reported step. */
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

    /** A row, each count divided by a number. */
    double[] shares(int point, double of) {
        double[] shares = new double[ranks];
        for (int rank = 0; rank < ranks; rank++) {
            shares[rank] = counts[point * ranks + rank] / of;
        }
        return shares;
    }

    /** All counts, row by row; the array itself. */
    long[] all() {
        return counts;
    }
}
