package kelvin.model.classifier;

import java.util.Arrays;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.model.GaussianClass;

/**
 * The second derivatives of a penalised sum of losses by the weights of its linear logits, and their Cholesky factor.
 *
 * <p>Where a shift of all logits changes nothing, derivatives in the direction of all intercepts are added: from intercepts of sum 0 no
 * step then leaves that sum. Cost for n rows, K logits and D numbers a row: n(KD)²/2 + (KD)³/6 multiplications.
 */
final class SecondDerivatives {
    /** Rows that are added at once, so that the matrix is read and written a fourth as often. */
    private static final int ROWS = 4;

    /** The most unknowns whose second derivatives fit into an array. */
    private static final int MAX_UNKNOWNS = 30_000;

    private final TrainingRows rows;
    private final double[][] targets;
    private final OutputLoss loss;
    private final double[] penalties;
    private final int outputs;
    private final int width;

    /** The lower triangle row by row. */
    private final double[] packed;

    /** Of the rows added at once: the derivatives by their logits, their numbers, and the products of these. */
    private final double[][] curvature;

    private final double[][] factors = new double[ROWS][];
    private final double[][] weighted;

    SecondDerivatives(TrainingRows rows, double[][] targets, OutputLoss loss, double[] penalties) {
        this.rows = rows;
        this.targets = targets;
        this.loss = loss;
        this.penalties = penalties;
        this.outputs = loss.outputs();
        this.width = rows.width();
        int m = penalties.length;
        this.packed = new double[m * (m + 1) / 2];
        this.curvature = new double[ROWS][outputs * (outputs + 1) / 2];
        this.weighted = new double[ROWS][m];
    }

    /** Returns the number of unknowns; requires that their second derivatives fit into an array and memory. */
    static int requireUnknowns(int outputs, int width) {
        double unknowns = (double) outputs * width;
        Require.that(unknowns <= MAX_UNKNOWNS, "coefficients", unknowns, "at most " + MAX_UNKNOWNS);
        Require.memory("coefficients", unknowns, Double.BYTES / 2 * unknowns * unknowns);
        return outputs * width;
    }

    /** Replaces a vector g by H⁻¹g, with the factor last computed. */
    void solve(double[] vector) {
        GaussianClass.solve(packed, vector);
    }

    /** Computes the second derivatives at logits of the rows, and their factor; a larger diagonal where rounding errors hide that they are positive. */
    void factor(double[][] logits) {
        for (double more = 0; more < 1; more = Math.max(1e-14, 100 * more)) {
            sum(logits);
            for (int i = 0; i < penalties.length; i++) {
                packed[i * (i + 3) / 2] *= 1 + more;
            }
            GaussianClass.factor(packed, penalties.length);
            boolean positive = true;
            for (int i = 0; i < penalties.length; i++) {
                positive &= packed[i * (i + 3) / 2] > 0;
            }
            if (positive) {
                return;
            }
        }
        throw new InvalidValue("x", "features of very different sizes", "closer to one another");
    }

    private void sum(double[][] logits) {
        Arrays.fill(packed, 0);
        for (int from = 0; from < logits.length; from += ROWS) {
            add(logits, from, Math.min(ROWS, logits.length - from));
        }
        for (int i = 0; i < penalties.length; i++) {
            packed[i * (i + 3) / 2] += penalties[i];
        }
        if (loss.shiftInvariant() && penalties.length > 0 && penalties[penalties.length - 1] == 0) {
            double level = 0;
            for (int k = 0; k < outputs; k++) {
                int i = (k + 1) * width - 1;
                level += packed[i * (i + 3) / 2] / outputs;
            }
            for (int k = 0; k < outputs; k++) {
                int i = (k + 1) * width - 1;
                for (int l = 0; l <= k; l++) {
                    packed[i * (i + 1) / 2 + (l + 1) * width - 1] += level;
                }
            }
        }
    }

    /** Adds the second derivatives of up to four rows. */
    private void add(double[][] logits, int from, int count) {
        for (int r = 0; r < ROWS; r++) {
            if (r < count) {
                loss.curvature(logits[from + r], targets[from + r], curvature[r]);
            } else {
                Arrays.fill(curvature[r], 0);
            }
            factors[r] = rows.of(from + Math.min(r, count - 1));
        }
        for (int k = 0; k < outputs; k++) {
            for (int r = 0; r < ROWS; r++) {
                for (int l = 0; l <= k; l++) {
                    double scale = curvature[r][k * (k + 1) / 2 + l];
                    for (int j = 0; j < width; j++) {
                        weighted[r][l * width + j] = scale * factors[r][j];
                    }
                }
            }
            for (int j = 0; j < width; j++) {
                int i = k * width + j;
                addRow(i * (i + 1) / 2, i + 1, j);
            }
        }
    }

    /** Adds to one row of the lower triangle; a loop of its own, which becomes vector instructions. */
    private void addRow(int at, int length, int j) {
        double a0 = factors[0][j];
        double a1 = factors[1][j];
        double a2 = factors[2][j];
        double a3 = factors[3][j];
        double[] u0 = weighted[0];
        double[] u1 = weighted[1];
        double[] u2 = weighted[2];
        double[] u3 = weighted[3];
        double[] sums = packed;
        for (int i = 0; i < length; i++) {
            sums[at + i] += (a0 * u0[i] + a1 * u1[i]) + (a2 * u2[i] + a3 * u3[i]);
        }
    }
}
