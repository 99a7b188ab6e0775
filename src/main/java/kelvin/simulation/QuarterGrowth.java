package kelvin.simulation;

/** The growth of one repetition's regret in the third and in the last quarter of the horizon. */
final class QuarterGrowth {
    /** The length of {@link #growth}. */
    static final int LENGTH = 3;

    private final Repetition run;
    private final long length;
    private final long[] marks;
    private final double[] regret = {Double.NaN, Double.NaN};
    private int passed;

    QuarterGrowth(Repetition run, long horizon) {
        this.run = run;
        this.length = horizon / 4;
        this.marks = length == 0 ? new long[0] : new long[] {horizon - 2 * length, horizon - length};
    }

    /** Plays on, up to and including a step. */
    void playTo(long end, RankCounts selected) {
        while (passed < marks.length && marks[passed] <= end) {
            run.playTo(marks[passed], selected);
            regret[passed] = run.regret();
            passed++;
        }
        run.playTo(end, selected);
    }

    /** Returns, at the horizon, the growth in the third and in the last quarter and what uniform play is expected to lose in a quarter. */
    double[] growth() {
        return new double[] {regret[1] - regret[0], run.regret() - regret[1], length * run.uniformRegret()};
    }
}
