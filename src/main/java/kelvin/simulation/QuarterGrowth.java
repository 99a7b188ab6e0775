package kelvin.simulation;

/** The growth of one repetition's regret in the third and in the last quarter of the horizon. */
final class QuarterGrowth {
    /** The length of {@link #growth}. */
    static final int LENGTH = 3;

    private final long length;
    private final long[] marks;
    private final double[] regret = {Double.NaN, Double.NaN};
    private int passed;

    QuarterGrowth(long horizon) {
        this.length = horizon / 4;
        this.marks = length == 0 ? new long[0] : new long[] {horizon - 2 * length, horizon - length};
    }

    /** Returns the next step at which a quarter ends that matters; {@code Long.MAX_VALUE} after the last. */
    long next() {
        return passed < marks.length ? marks[passed] : Long.MAX_VALUE;
    }

    /** Takes down the cumulative regret at {@link #next}. */
    void pass(double cumulative) {
        regret[passed] = cumulative;
        passed++;
    }

    /**
     * Returns the growth in the third and in the last quarter, and what uniform play is expected to lose in a quarter.
     *
     * @param end the cumulative regret at the horizon
     * @param uniform what uniform play is expected to lose per step
     */
    double[] growth(double end, double uniform) {
        return new double[] {regret[1] - regret[0], end - regret[1], length * uniform};
    }
}
