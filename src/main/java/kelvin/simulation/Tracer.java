package kelvin.simulation;

import java.util.Arrays;
import kelvin.metric.TracedQuantity;
import kelvin.numeric.Log;

/**
 * Records, at some steps of one run, what a player is about to do and why. The loop over steps asks for it at {@link #nextStep}, so
 * that steps which are not traced pay for one comparison.
 */
final class Tracer {
    /** A tracer that records nothing. */
    static Tracer none() {
        return new Tracer(new TraceLayout(Tracing.NONE, 0), 0);
    }

    private final TraceLayout rows;
    private final long[] steps;
    private final double[] numbers;
    private final double[] row;
    private int point = -1;

    /**
     * A tracer before the first step.
     *
     * @param rows where each number stands
     * @param actions how many actions the player has
     */
    Tracer(TraceLayout rows, int actions) {
        this.rows = rows;
        this.steps = rows.tracing().steps();
        this.numbers = new double[steps.length == 0 ? 0 : actions];
        this.row = new double[rows.length()];
        Arrays.fill(row, Double.NaN);
    }

    /** Returns the layout of the row. */
    TraceLayout layout() {
        return rows;
    }

    /** Goes to the next step that is to be recorded and returns it; {@code Long.MAX_VALUE} after the last. */
    long nextStep() {
        point++;
        return point < steps.length ? steps[point] : Long.MAX_VALUE;
    }

    /** Returns the place where one number per action is written before it is recorded. */
    double[] numbers() {
        return numbers;
    }

    /** Returns all that was recorded, {@code NaN} where nothing was. */
    double[] row() {
        return row;
    }

    /** Records {@link #numbers} as the probabilities of one choice, and their entropy, if they are known. */
    void probabilities(boolean known, int[] ranked) {
        record(TracedQuantity.PROBABILITY, known, ranked);
        record(TracedQuantity.ENTROPY, known ? entropy() : Double.NaN);
    }

    /** Records {@link #numbers} as the probabilities of being among several chosen actions, which have no entropy. */
    void inclusions(boolean known, int[] ranked) {
        record(TracedQuantity.PROBABILITY, known, ranked);
    }

    /** Records {@link #numbers} as estimated values, if they are known. */
    void values(boolean known, int[] ranked) {
        record(TracedQuantity.VALUE, known, ranked);
    }

    /** Records a temperature, if it is finite. */
    void temperature(double temperature) {
        record(TracedQuantity.TEMPERATURE, temperature);
    }

    private void record(TracedQuantity quantity, boolean known, int[] ranked) {
        int place = rows.place(point, quantity);
        for (int rank = 0; known && rank < rows.ranks(); rank++) {
            double x = numbers[ranked[rank]];
            row[place + rank] = Double.isFinite(x) ? x : Double.NaN;
        }
    }

    private void record(TracedQuantity quantity, double x) {
        row[rows.place(point, quantity)] = Double.isFinite(x) ? x : Double.NaN;
    }

    private double entropy() {
        double sum = 0;
        for (double p : numbers) {
            sum -= p > 0 ? p * Log.of(p) : 0;
        }
        return sum;
    }
}
