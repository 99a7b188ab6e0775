package kelvin.model.feature;

import java.util.List;
import kelvin.contract.InvalidValue;
import kelvin.model.GaussianClass;

/** The encoder of {@link Standardised}: mean and standard deviation of each column, by Welford's recursion where they are learnt. */
final class Standardiser implements PartEncoder {
    private final List<String> columns;
    private final Absent missing;
    private final double[] means;
    private final double[] squares;
    private final double[] counts;
    private final double[] deviations;
    private final boolean[] varies;
    private boolean learning;

    /** The least standard deviation whose square is exact. */
    private static final double LEAST = 1e-140;

    /** An encoder that learns from what it writes. */
    Standardiser(List<String> columns, Absent missing) {
        this(columns, missing, new double[columns.size()], new double[columns.size()]);
        learning = true;
    }

    /** An encoder by means and standard deviations that are given. */
    Standardiser(List<String> columns, Absent missing, double[] means, double[] deviations) {
        this.columns = columns;
        this.missing = missing;
        this.means = means;
        this.deviations = deviations;
        this.squares = new double[columns.size()];
        this.counts = new double[columns.size()];
        this.varies = new boolean[columns.size()];
    }

    /**
     * Keeps means and deviations as they are.
     *
     * @throws InvalidValue if numbers differ by so little that their squares underflow
     */
    void stopLearning() {
        learning = false;
        for (int i = 0; i < deviations.length; i++) {
            if (varies[i] && deviations[i] < LEAST) {
                throw new InvalidValue(
                        columns.get(i),
                        "a standard deviation below 1e-140, of numbers that differ",
                        "at least 1e-140 for squares to be exact: use Numeric with a scale");
            }
        }
    }

    /** Learns from an observation without writing it. */
    void learn(Observation seen) {
        for (int i = 0; i < means.length; i++) {
            learn(i, seen, Cells.number(seen, columns.get(i)));
        }
    }

    private void learn(int i, Observation seen, double number) {
        if (Double.isNaN(number)) {
            return;
        } else if (Math.abs(number) > GaussianClass.MAX_FEATURE) {
            throw Cells.huge(seen, columns.get(i), number);
        }
        counts[i]++;
        double deviation = number - means[i];
        varies[i] |= counts[i] > 1 && deviation != 0;
        means[i] += deviation / counts[i];
        squares[i] += deviation * (number - means[i]);
        deviations[i] = Math.sqrt(squares[i] / counts[i]);
    }

    @Override
    public List<String> names() {
        return Numeric.names(columns, missing);
    }

    @Override
    public void write(Observation seen, double[] out, int from) {
        int place = from;
        for (int i = 0; i < means.length; i++) {
            double number = Cells.number(seen, columns.get(i));
            boolean absent = Double.isNaN(number);
            if (absent && missing == Absent.REFUSE) {
                throw Cells.missing(seen, columns.get(i), "a finite number");
            } else if (learning) {
                learn(i, seen, number);
            }
            out[place++] = absent || deviations[i] == 0 ? 0 : (number - means[i]) / deviations[i];
            if (missing == Absent.FLAG) {
                out[place++] = absent ? 1 : 0;
            }
        }
    }

    @Override
    public double[] state() {
        if (!learning) {
            return new double[0];
        }
        double[] state = new double[3 * means.length];
        System.arraycopy(counts, 0, state, 0, means.length);
        System.arraycopy(means, 0, state, means.length, means.length);
        System.arraycopy(squares, 0, state, 2 * means.length, means.length);
        return state;
    }

    @Override
    public void restore(double[] state) {
        int wanted = learning ? 3 * means.length : 0;
        if (state.length != wanted) {
            throw new InvalidValue("state", state.length + " numbers", wanted + " numbers");
        }
        for (int i = 0; i < means.length && learning; i++) {
            counts[i] = state[i];
            means[i] = state[means.length + i];
            squares[i] = state[2 * means.length + i];
            deviations[i] = counts[i] == 0 ? 0 : Math.sqrt(squares[i] / counts[i]);
        }
    }
}
