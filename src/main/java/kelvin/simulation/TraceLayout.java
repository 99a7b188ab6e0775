package kelvin.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    /** A mean over repetitions of one number may differ from it by so much, by rounding. */
    private static final double RELATIVE_TOLERANCE = 1e-9;

    /** The quantities that runs record; scheduled numbers are known without a run. */
    private static final List<TracedQuantity> RECORDED = Stream.of(TracedQuantity.values())
            .filter(quantity -> quantity != TracedQuantity.SCHEDULED)
            .toList();

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
            case SCHEDULED -> throw new IllegalArgumentException("a scheduled number is in no row");
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

    /**
     * Returns the traces of a learner, of all quantities, also those of which nothing is known; none if nothing is traced. A scheduled
     * number is left out where it is the temperature that is traced.
     */
    List<Trace> traces(String learner, int[] arms, TraceMoments notes) {
        List<Trace> traces = new ArrayList<>();
        if (length() > 0) {
            for (TracedQuantity quantity : RECORDED) {
                traces.add(trace(learner, Trace.ALL, quantity, arms, notes.rows()));
                notes.kept().forEach((repetition, row) -> {
                    Moments single = new Moments(row.length);
                    single.add(row);
                    traces.add(trace(learner, repetition, quantity, arms, single));
                });
            }
            long[] steps = tracing.steps();
            double[][] temperatures =
                    cut(TracedQuantity.TEMPERATURE, notes.rows().means());
            tracing.scheduled().getOrDefault(learner, Map.of()).forEach((number, at) -> {
                if (!same(temperatures, at)) {
                    traces.add(Trace.scheduled(
                            learner, number, steps, at, notes.rows().count()));
                }
            });
        }
        return traces;
    }

    /** Returns whether some temperature is known, and each that is known is the scheduled number. */
    private static boolean same(double[][] temperatures, double[] scheduled) {
        int[] known = IntStream.range(0, scheduled.length)
                .filter(point -> !Double.isNaN(temperatures[point][0]))
                .toArray();
        return known.length > 0
                && Arrays.stream(known)
                        .allMatch(point -> Math.abs(temperatures[point][0] - scheduled[point])
                                <= RELATIVE_TOLERANCE * Math.abs(scheduled[point]));
    }

    private Trace trace(String learner, int repetition, TracedQuantity quantity, int[] arms, Moments rows) {
        double[] squares = rows.squares();
        double[] deviations = new double[squares.length];
        for (int i = 0; i < squares.length; i++) {
            boolean known = rows.count() > 1 && Double.isFinite(squares[i]);
            deviations[i] = known ? Math.sqrt(squares[i] / (rows.count() - 1)) : Double.NaN;
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
