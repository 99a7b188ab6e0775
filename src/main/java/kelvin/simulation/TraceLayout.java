package kelvin.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.metric.Trace;
import kelvin.metric.TracedQuantity;
import kelvin.numeric.Moments;

/**
 * The layout of the row of a run: the place of each traced number.
 *
 * @param tracing what is traced
 * @param ranks how many arms, from the best down
 */
record TraceLayout(Tracing tracing, int ranks) {
    /** Returns the layout for players of so many actions. */
    static TraceLayout of(Tracing tracing, int actions) {
        return new TraceLayout(tracing, Math.min(actions, Simulation.MAX_RANKS));
    }

    private int width(TracedQuantity quantity) {
        return quantity.ofArms() ? ranks : 1;
    }

    private int start(TracedQuantity quantity) {
        return switch (quantity) {
            case PROBABILITY -> 0;
            case VALUE -> ranks;
            case ENTROPY -> 2 * ranks;
            case TEMPERATURE -> 2 * ranks + 1;
        };
    }

    private int pointWidth() {
        return 2 * ranks + 2;
    }

    /** Returns the length of a row. */
    int length() {
        return tracing.steps().length * pointWidth();
    }

    /** Returns the place of the first number of a quantity at the traced step of an index. */
    int place(int point, TracedQuantity quantity) {
        return point * pointWidth() + start(quantity);
    }

    /** Returns the traces of a learner, of all quantities, also those of which nothing is known; none if nothing is traced. */
    List<Trace> traces(String learner, int[] arms, TraceMoments notes) {
        List<Trace> traces = new ArrayList<>();
        if (length() > 0) {
            for (TracedQuantity quantity : TracedQuantity.values()) {
                traces.add(trace(learner, Trace.ALL, quantity, arms, notes.rows()));
                notes.kept().forEach((repetition, row) -> {
                    Moments single = new Moments(row.length);
                    single.add(row);
                    traces.add(trace(learner, repetition, quantity, arms, single));
                });
            }
        }
        return traces;
    }

    private Trace trace(String learner, int repetition, TracedQuantity quantity, int[] arms, Moments rows) {
        double[] squares = rows.squares();
        double[] deviations = new double[squares.length];
        for (int i = 0; i < squares.length; i++) {
            deviations[i] = rows.count() < 2 ? Double.NaN : Math.sqrt(squares[i] / (rows.count() - 1));
        }
        return new Trace(
                learner,
                repetition,
                quantity,
                tracing.steps(),
                quantity.ofArms() ? arms : new int[0],
                cut(quantity, rows.means()),
                cut(quantity, deviations),
                rows.count());
    }

    private double[][] cut(TracedQuantity quantity, double[] row) {
        double[][] points = new double[tracing.steps().length][];
        for (int point = 0; point < points.length; point++) {
            int place = place(point, quantity);
            points[point] = Arrays.copyOfRange(row, place, place + width(quantity));
        }
        return points;
    }
}
