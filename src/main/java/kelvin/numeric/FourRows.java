package kelvin.numeric;

/**
 * Inner loops over four rows of a triangular matrix and a vector. Equal indices and few passes over the vector: at 100 columns four
 * rows at once take 0.6 times as long as one after the other. Short and long loops are apart, since the JIT compiler unrolls and
 * vectorises a loop by how long it was on average: after many short ones, 100 columns took 1.8 times as long.
 */
final class FourRows {
    private static final int MAX_SHORT = 16;

    private FourRows() {}

    /** Turns an observation through one row. */
    static void turn(double[] row, double[] x, double p, double gain, int from, int to) {
        for (int j = from; j < to; j++) {
            double rest = x[j] - p * row[j];
            row[j] += gain * rest;
            x[j] = rest;
        }
    }

    /** Turns an observation through four rows at once, left of their diagonal block. */
    static void turn(
            double[] r0,
            double[] r1,
            double[] r2,
            double[] r3,
            double[] x,
            double p0,
            double g0,
            double p1,
            double g1,
            double p2,
            double g2,
            double p3,
            double g3,
            int end) {
        if (end <= MAX_SHORT) {
            for (int j = 0; j < end; j++) {
                turnAt(r0, r1, r2, r3, x, p0, g0, p1, g1, p2, g2, p3, g3, j);
            }
            return;
        }
        for (int j = 0; j < end; j++) {
            turnAt(r0, r1, r2, r3, x, p0, g0, p1, g1, p2, g2, p3, g3, j);
        }
    }

    private static void turnAt(
            double[] r0,
            double[] r1,
            double[] r2,
            double[] r3,
            double[] x,
            double p0,
            double g0,
            double p1,
            double g1,
            double p2,
            double g2,
            double p3,
            double g3,
            int j) {
        double q0 = r0[j];
        double q1 = r1[j];
        double q2 = r2[j];
        double q3 = r3[j];
        double rest = x[j] - p0 * q0;
        r0[j] = q0 + g0 * rest;
        rest -= p1 * q1;
        r1[j] = q1 + g1 * rest;
        rest -= p2 * q2;
        r2[j] = q2 + g2 * rest;
        rest -= p3 * q3;
        r3[j] = q3 + g3 * rest;
        x[j] = rest;
    }

    /** x −= p₀r₀ + p₁r₁ + p₂r₂ + p₃r₃. */
    static void subtract(
            double[] r0,
            double[] r1,
            double[] r2,
            double[] r3,
            double[] x,
            double p0,
            double p1,
            double p2,
            double p3,
            int end) {
        if (end <= MAX_SHORT) {
            for (int j = 0; j < end; j++) {
                x[j] -= (p0 * r0[j] + p1 * r1[j]) + (p2 * r2[j] + p3 * r3[j]);
            }
            return;
        }
        for (int j = 0; j < end; j++) {
            x[j] -= (p0 * r0[j] + p1 * r1[j]) + (p2 * r2[j] + p3 * r3[j]);
        }
    }

    /** y[end + i] −= Σ rᵢ[j]·y[j] over j &lt; end. */
    static void subtractProducts(double[] r0, double[] r1, double[] r2, double[] r3, double[] y, int end) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int j = 0; j < end; j++) {
            double t = y[j];
            s0 += r0[j] * t;
            s1 += r1[j] * t;
            s2 += r2[j] * t;
            s3 += r3[j] * t;
        }
        y[end] -= s0;
        y[end + 1] -= s1;
        y[end + 2] -= s2;
        y[end + 3] -= s3;
    }
}
