package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * The triangular factor of a regularised least-squares problem, which takes in one observation after the other by Givens rotations
 * without square roots (Gentleman 1973, Journal of the Institute of Mathematics and its Applications 12; algorithm AS 274).
 *
 * <p>A = λI + Σxxᵀ is kept as RᵀE⁻¹R, with R unit lower triangular and E the diagonal of conditional variances, and b = Σr·x as
 * RᵀE⁻¹z, so that the solution of Aθ = b is that of Rθ = z. Neither A, b nor an inverse is ever formed, which would double the
 * digits that are lost.
 *
 * <p>The last coordinates are eliminated first. A factor may therefore hold these alone, with what they leave handed to the factor
 * {@code below}, which several may share: the joint problem of many blocks that have some coordinates in common.
 *
 * <p>Cost for n coordinates: n² multiplications and additions per observation, n²/2 per {@link #forward} or {@link #back}; memory
 * n²/2 numbers. Each row is an array of its own, so that inner loops run along equal indices, which Java turns into vector instructions.
 */
@Stability(MAY_CHANGE)
public final class GivensFactor {
    private final @Nullable GivensFactor below;
    private final int first;

    /** Row i, of coordinate {@code first} + i = c: R's entries left of the diagonal, then E at c and z at c + 1. */
    private double[][] rows;

    private boolean borrowed;

    /** θ at these coordinates, as {@link #solve} found it. */
    private double[] solution;

    /** 1/weight and target of the observation that is rotated in, as the rows so far left them. */
    private double carried;

    private double residual;

    /**
     * Makes a factor with no observation.
     *
     * @param below the factor of the coordinates before these, or null
     * @param size the number of coordinates
     * @param variance 1/λ, finite, &gt; 0
     */
    public GivensFactor(@Nullable GivensFactor below, int size, double variance) {
        this(below, new double[size][], new double[(below == null ? 0 : below.end()) + size]);
        for (int i = 0; i < size; i++) {
            rows[i] = new double[first + i + 2];
            rows[i][first + i] = variance;
        }
    }

    private GivensFactor(@Nullable GivensFactor below, double[][] rows, double[] solution) {
        this.below = below;
        this.first = below == null ? 0 : below.end();
        this.rows = rows;
        this.solution = solution;
    }

    /**
     * Returns a copy that shares its numbers with this one until either changes.
     *
     * @param below the copy's factor of the coordinates before these, or null
     * @return a factor that later observations of this one do not touch
     */
    public GivensFactor copy(@Nullable GivensFactor below) {
        GivensFactor copy = new GivensFactor(below, rows, solution);
        borrowed = true;
        copy.borrowed = true;
        return copy;
    }

    private void own() {
        if (borrowed) {
            solution = solution.clone();
            rows = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
            borrowed = false;
        }
    }

    private int end() {
        return first + rows.length;
    }

    /**
     * Takes in an observation of weight 1; one of weight w is √w·x with target √w·r.
     *
     * @param x its coordinates, all of them from 0 on; overwritten. xᵀA⁻¹x must be finite
     * @param target r
     * @param top the number of coordinates that are looked at; those from there on are 0
     */
    public void rotate(double[] x, double target, int top) {
        rotate(x, target, top, 1);
    }

    private void rotate(double[] x, double target, int top, double scale) {
        own();
        carried = scale;
        residual = target;
        int c = top - 1;
        for (; c - 3 >= first; c -= 4) {
            double[] r0 = rows[c - first];
            double[] r1 = rows[c - 1 - first];
            double[] r2 = rows[c - 2 - first];
            double[] r3 = rows[c - 3 - first];
            double p0 = x[c];
            double g0 = gain(r0, c, p0);
            FourRows.turn(r0, x, p0, g0, c - 3, c);
            double p1 = x[c - 1];
            double g1 = gain(r1, c - 1, p1);
            FourRows.turn(r1, x, p1, g1, c - 3, c - 1);
            double p2 = x[c - 2];
            double g2 = gain(r2, c - 2, p2);
            FourRows.turn(r2, x, p2, g2, c - 3, c - 2);
            double p3 = x[c - 3];
            double g3 = gain(r3, c - 3, p3);
            FourRows.turn(r0, r1, r2, r3, x, p0, g0, p1, g1, p2, g2, p3, g3, c - 3);
        }
        for (; c >= first; c--) {
            double p = x[c];
            FourRows.turn(rows[c - first], x, p, gain(rows[c - first], c, p), 0, c);
        }
        if (below != null) {
            below.rotate(x, residual, first, carried);
        }
    }

    /** Rotates the diagonal and the target of a row; returns the share of the observation that the rest of the row takes. */
    private double gain(double[] row, int c, double p) {
        double v = p * row[c];
        double next = carried + v * p;
        double gain = v / next;
        row[c] *= carried / next;
        carried = next;
        residual -= p * row[c + 1];
        row[c + 1] += gain * residual;
        return gain;
    }

    /**
     * Multiplies the weight of all observations of these coordinates, and λ.
     *
     * @param keep the factor, in (0, 1]
     */
    public void fade(double keep) {
        own();
        for (int i = 0; i < rows.length; i++) {
            rows[i][first + i] /= keep;
        }
    }

    /**
     * Solves Rᵀp = x for the coordinates of this factor.
     *
     * @param x in: x; out: p at this factor's coordinates, what is left of x at those before, to be solved by the factor below
     * @return Σp²E over this factor's coordinates; over all of them it is xᵀA⁻¹x
     */
    public double forward(double[] x) {
        double sum = 0;
        int c = end() - 1;
        for (; c - 3 >= first; c -= 4) {
            double[] r0 = rows[c - first];
            double[] r1 = rows[c - 1 - first];
            double[] r2 = rows[c - 2 - first];
            double[] r3 = rows[c - 3 - first];
            double p0 = x[c];
            double p1 = x[c - 1] -= p0 * r0[c - 1];
            double p2 = x[c - 2] -= p0 * r0[c - 2] + p1 * r1[c - 2];
            double p3 = x[c - 3] -= p0 * r0[c - 3] + p1 * r1[c - 3] + p2 * r2[c - 3];
            sum += (p0 * r0[c] * p0 + p1 * r1[c - 1] * p1) + (p2 * r2[c - 2] * p2 + p3 * r3[c - 3] * p3);
            FourRows.subtract(r0, r1, r2, r3, x, p0, p1, p2, p3, c - 3);
        }
        for (; c >= first; c--) {
            double[] r = rows[c - first];
            double p = x[c];
            sum += p * r[c] * p;
            for (int j = 0; j < c; j++) {
                x[j] -= p * r[j];
            }
        }
        return sum;
    }

    /**
     * Returns what these coordinates add to xᵀθ.
     *
     * @param p what {@link #forward} made of x
     * @return Σpz over this factor's coordinates; over all of them it is xᵀθ
     */
    public double product(double[] p) {
        double sum = 0;
        for (int c = first; c < end(); c++) {
            sum += p[c] * rows[c - first][c + 1];
        }
        return sum;
    }

    /**
     * Returns the conditional standard deviation of a coordinate, given those before it.
     *
     * @param c one of this factor's coordinates
     * @return √E
     */
    public double deviation(int c) {
        return Math.sqrt(rows[c - first][c]);
    }

    /**
     * Solves Rθ = y for the coordinates of this factor.
     *
     * @param y in: θ at the coordinates before this factor's, y at its own; out: θ at both
     */
    public void back(double[] y) {
        int c = first;
        for (; c + 3 < end(); c += 4) {
            double[] r0 = rows[c - first];
            double[] r1 = rows[c + 1 - first];
            double[] r2 = rows[c + 2 - first];
            double[] r3 = rows[c + 3 - first];
            FourRows.subtractProducts(r0, r1, r2, r3, y, c);
            y[c + 1] -= r1[c] * y[c];
            y[c + 2] -= r2[c] * y[c] + r2[c + 1] * y[c + 1];
            y[c + 3] -= r3[c] * y[c] + r3[c + 1] * y[c + 1] + r3[c + 2] * y[c + 2];
        }
        for (; c < end(); c++) {
            double[] r = rows[c - first];
            double t = y[c];
            for (int j = 0; j < c; j++) {
                t -= r[j] * y[j];
            }
            y[c] = t;
        }
    }

    /**
     * Solves Rθ = z.
     *
     * @param theta receives θ at the coordinates of this factor and those below
     */
    public void solve(double[] theta) {
        if (below != null) {
            below.solve(theta);
        }
        for (int c = first; c < end(); c++) {
            theta[c] = rows[c - first][c + 1];
        }
        back(theta);
    }

    /** Solves Rθ = z and keeps the solution, which moves with this factor's copies. */
    public void solve() {
        own();
        solve(solution);
    }

    /**
     * Returns the solution that was last kept.
     *
     * @return θ at the coordinates of this factor and those below; to be read only
     */
    public double[] solution() {
        return solution;
    }

    /**
     * Writes all that the factor holds of its own coordinates.
     *
     * @param state receives n(n + 3)/2 numbers, less those of the factor below
     * @param from the place of the first
     * @return the place after the last
     */
    public int write(double[] state, int from) {
        int at = from;
        for (double[] row : rows) {
            System.arraycopy(row, 0, state, at, row.length);
            at += row.length;
        }
        return at;
    }

    /**
     * Takes back what another factor of this shape has written. The solution is not part of it.
     *
     * @param state holds as many numbers as it wrote
     * @param from the place of the first
     * @return the place after the last
     */
    public int read(double[] state, int from) {
        own();
        int at = from;
        for (double[] row : rows) {
            System.arraycopy(state, at, row, 0, row.length);
            at += row.length;
        }
        return at;
    }
}
