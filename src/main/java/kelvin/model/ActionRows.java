package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.function.IntFunction;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;

/**
 * The numbers that a model has learnt, one row for each action and one that all have in common; copied on write, row by row, once a
 * snapshot shares them. For authors of models.
 */
@Stability(MAY_CHANGE)
public final class ActionRows {
    private final IntFunction<double[]> fresh;
    private double[][] rows;
    private boolean[] borrowed;

    /**
     * Makes the rows of a model that has learnt nothing.
     *
     * @param actions the number of actions
     * @param fresh the row of an action of which nothing is known
     * @param common the row that all have in common; may be empty
     */
    public ActionRows(int actions, double[] fresh, double[] common) {
        this(actions, action -> fresh.clone(), common);
    }

    /**
     * Makes the rows of a model that has learnt nothing and whose actions start differently.
     *
     * @param actions the number of actions
     * @param fresh makes a new row for an action of which nothing is known
     * @param common the row that all have in common; may be empty
     */
    public ActionRows(int actions, IntFunction<double[]> fresh, double[] common) {
        this.fresh = fresh;
        rows = new double[1 + actions][];
        borrowed = new boolean[rows.length];
        Arrays.setAll(rows, i -> i == 0 ? common : fresh.apply(i - 1));
    }

    private ActionRows(ActionRows other) {
        fresh = other.fresh;
        rows = other.rows.clone();
        Arrays.fill(other.borrowed, true);
        borrowed = other.borrowed.clone();
    }

    /**
     * Returns rows with the same numbers that change apart from these.
     *
     * @return a copy on write
     */
    public ActionRows share() {
        return new ActionRows(this);
    }

    /**
     * Returns the number of actions.
     *
     * @return K
     */
    public int actions() {
        return rows.length - 1;
    }

    /**
     * Returns the row of an action, to be read only.
     *
     * @param action the action, in [0, K)
     * @return the row itself
     */
    public double[] of(int action) {
        return rows[1 + action];
    }

    /**
     * Returns the row that all actions have in common, to be read only.
     *
     * @return the row itself
     */
    public double[] common() {
        return rows[0];
    }

    /**
     * Returns the row of an action, to be changed.
     *
     * @param action the action, in [0, K)
     * @return the row itself, which no other rows share
     */
    public double[] own(int action) {
        return owned(1 + action);
    }

    /**
     * Returns the row that all actions have in common, to be changed.
     *
     * @return the row itself, which no other rows share
     */
    public double[] ownCommon() {
        return owned(0);
    }

    private double[] owned(int row) {
        if (borrowed[row]) {
            rows[row] = rows[row].clone();
            borrowed[row] = false;
        }
        return rows[row];
    }

    /** Adds an action of which nothing is known. */
    public void add() {
        rows = Arrays.copyOf(rows, rows.length + 1);
        rows[rows.length - 1] = fresh.apply(rows.length - 2);
        borrowed = Arrays.copyOf(borrowed, rows.length);
    }

    /**
     * Returns all numbers: the common row, then those of the actions.
     *
     * @return a new array
     */
    public double[] flat() {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    /**
     * Takes all numbers from {@link #flat} of rows of the same shape.
     *
     * @param flat the numbers
     * @throws InvalidValue if there are more or fewer, or one is not finite
     */
    public void restore(double[] flat) {
        States.check(flat, Arrays.stream(rows).mapToInt(row -> row.length).sum());
        int from = 0;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(flat, from, from + rows[i].length);
            borrowed[i] = false;
            from += rows[i].length;
        }
    }
}
