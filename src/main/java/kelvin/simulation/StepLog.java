package kelvin.simulation;

import java.util.Arrays;

/**
 * The log of some consecutive steps of a run, one place per step: their gaps and rewards, and the ranks of the selected actions. A
 * loop that only plays and logs is faster than one that also sums up, and the sums are taken in a loop of their own.
 */
final class StepLog {
    /** The rank that stands where a step selected fewer actions than the log has room for. */
    static final int NO_RANK = Integer.MAX_VALUE;

    private static final int RANKS = 256;

    private final int width;
    final double[] gaps;
    final double[] rewards;
    final int[] optimal;
    final int[] decisions;
    /** The ranks of the selected actions, {@link #width} per step. */
    final int[] ranks;

    /**
     * A log of steps with one decision each.
     *
     * @param width the most actions that a step selects
     */
    StepLog(int width) {
        int capacity = Math.max(RANKS / width, 1);
        this.width = width;
        this.gaps = new double[capacity];
        this.rewards = new double[capacity];
        this.optimal = new int[capacity];
        this.decisions = new int[capacity];
        this.ranks = new int[capacity * width];
        Arrays.fill(decisions, 1);
    }

    /** Returns the number of steps that fit. */
    int capacity() {
        return gaps.length;
    }

    /** Returns the most actions that a step selects. */
    int width() {
        return width;
    }

    /**
     * Logs a step of one decision that selects one action.
     *
     * @param place the place of the step, from 0
     * @param gap what the decision lost against the best one, by true means
     * @param best whether it was optimal
     * @param reward what it gave
     * @param rank the rank of the action
     */
    void decision(int place, double gap, boolean best, double reward, int rank) {
        gaps[place] = gap;
        rewards[place] = reward;
        optimal[place] = best ? 1 : 0;
        ranks[place * width] = rank;
    }

    /** Logs the sums over a step of several decisions, and the rank of the first action. */
    void decisions(int place, double gap, int best, double reward, int number, int rank) {
        gaps[place] = gap;
        rewards[place] = reward;
        optimal[place] = best;
        decisions[place] = number;
        ranks[place * width] = rank;
    }

    /** Logs the rank of one of several actions that a step selected. */
    void selection(int place, int order, int rank) {
        ranks[place * width + order] = rank;
    }
}
