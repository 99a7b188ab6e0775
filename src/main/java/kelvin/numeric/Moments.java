package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.contract.Stability;

/**
 * Running means and squared deviations of several numbers at once, by Welford's rule.
 *
 * <p>Rows are added by Welford's rule and accumulators merged by Chan's, so no large sums are subtracted from one another.
 * Merging in one fixed order gives the same bits every time. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1962.10490022">Welford (1962), Note on a method for calculating corrected
 *     sums of squares and products</a>
 */
@Stability(MAY_CHANGE)
public final class Moments {
    private final double[] means;
    private final double[] squares;
    private long count;

    /**
     * Creates an empty accumulator.
     *
     * @param length the numbers in a row
     */
    public Moments(int length) {
        means = new double[length];
        squares = new double[length];
    }

    /**
     * Creates an accumulator in the state of another: continued, it gives the same bits.
     *
     * @param means its {@link #means}
     * @param squares its {@link #squares}, of the same length
     * @param count its {@link #count}
     */
    public Moments(double[] means, double[] squares, long count) {
        this.means = means.clone();
        this.squares = squares.clone();
        this.count = count;
    }

    /**
     * The mean of single numbers.
     *
     * @param value the mean; 0 of none
     * @param standardError its standard error; {@code NaN} below two numbers
     * @param count how many numbers there are
     */
    public record Mean(double value, double standardError, long count) {}

    /**
     * Returns the mean of single numbers of any size, of which none is squared in a {@link #unit} where it would overflow or underflow.
     *
     * @param values the numbers
     * @return their mean and its standard error
     */
    public static Mean of(double[] values) {
        double unit = unit(values);
        Moments moments = new Moments(1);
        double[] row = new double[1];
        for (double value : values) {
            row[0] = value / unit;
            moments.add(row);
        }
        return new Mean(moments.means[0] * unit, moments.standardErrors()[0] * unit, moments.count);
    }

    /**
     * Returns the unit in which squares and cubes of numbers neither overflow nor underflow.
     *
     * @param values finite numbers
     * @return 1 if the largest of them in magnitude is 0 or lies in [1e-100, 1e100], else the power of two not above it
     */
    public static double unit(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        boolean usual = largest == 0 || (largest >= 1e-100 && largest <= 1e100);
        return usual ? 1 : Math.scalb(1.0, Math.getExponent(largest));
    }

    /**
     * Adds a row.
     *
     * @param row one number per place
     */
    public void add(double[] row) {
        count++;
        double share = 1.0 / count;
        for (int i = 0; i < means.length; i++) {
            double deviation = row[i] - means[i];
            means[i] += deviation * share;
            squares[i] += deviation * (row[i] - means[i]);
        }
    }

    /**
     * Adds all rows of another accumulator.
     *
     * @param other rows of the same length; not changed
     */
    public void merge(Moments other) {
        long total = count + other.count;
        if (total == 0) {
            return;
        }
        double share = (double) other.count / total;
        for (int i = 0; i < means.length; i++) {
            double deviation = other.means[i] - means[i];
            means[i] += deviation * share;
            squares[i] += other.squares[i] + deviation * deviation * share * count;
        }
        count = total;
    }

    /** Forgets all rows. */
    public void clear() {
        Arrays.fill(means, 0);
        Arrays.fill(squares, 0);
        count = 0;
    }

    /**
     * Returns the number of rows.
     *
     * @return how many rows were added
     */
    public long count() {
        return count;
    }

    /**
     * Returns the mean row.
     *
     * @return the mean at each place, in a new array; 0 before the first row
     */
    public double[] means() {
        return means.clone();
    }

    /**
     * Returns the squared deviations from the mean row.
     *
     * @return Σ(x − mean)² at each place, in a new array
     */
    public double[] squares() {
        return squares.clone();
    }

    /**
     * Returns the standard error of the mean row.
     *
     * @return √(Σ(x − mean)²/(n − 1)/n) at each place, in a new array; {@code NaN} below two rows, and where the squares are not
     *     finite, as of numbers beyond 1e154
     */
    public double[] standardErrors() {
        double[] errors = new double[squares.length];
        for (int i = 0; i < errors.length; i++) {
            boolean known = count > 1 && Double.isFinite(squares[i]);
            errors[i] = known ? Math.sqrt(squares[i] / (count - 1) / count) : Double.NaN;
        }
        return errors;
    }
}
