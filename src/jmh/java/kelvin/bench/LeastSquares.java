package kelvin.bench;

import java.util.Arrays;

/** A least-squares problem that observations are added to, in the ways that {@link LeastSquaresReport} compares with Kelvin's. */
interface LeastSquares {
    /** Takes in an observation, which it does not change. */
    void learn(double[] x, double reward);

    /** Returns xᵀA⁻¹x. */
    double square(double[] x);

    /** Returns the solution. */
    double[] theta();

    /** RᵀR = A with R lower triangular by ordinary Givens rotations, the last coordinate first; z = R⁻ᵀb along with it or afterwards. */
    final class Rooted implements LeastSquares {
        private final double[][] rows;
        private final double[] z;
        private final double[] b;
        private final double[] work;
        private final boolean along;

        Rooted(int size, double lambda, boolean along) {
            this.along = along;
            rows = new double[size][];
            for (int c = 0; c < size; c++) {
                rows[c] = new double[c + 1];
                rows[c][c] = Math.sqrt(lambda);
            }
            z = new double[size];
            b = new double[size];
            work = new double[size];
        }

        @Override
        public void learn(double[] x, double reward) {
            System.arraycopy(x, 0, work, 0, work.length);
            double rest = reward;
            for (int c = z.length - 1; c >= 0; c--) {
                double[] row = rows[c];
                double length = Math.sqrt(row[c] * row[c] + work[c] * work[c]);
                double cosine = row[c] / length;
                double sine = work[c] / length;
                row[c] = length;
                for (int j = 0; j < c; j++) {
                    double old = row[j];
                    row[j] = cosine * old + sine * work[j];
                    work[j] = cosine * work[j] - sine * old;
                }
                double old = z[c];
                z[c] = cosine * old + sine * rest;
                rest = cosine * rest - sine * old;
                b[c] += x[c] * reward;
            }
        }

        @Override
        public double square(double[] x) {
            System.arraycopy(x, 0, work, 0, work.length);
            forward(work);
            return Arrays.stream(work).map(p -> p * p).sum();
        }

        private void forward(double[] x) {
            for (int c = x.length - 1; c >= 0; c--) {
                double p = x[c] / rows[c][c];
                x[c] = p;
                for (int j = 0; j < c; j++) {
                    x[j] -= p * rows[c][j];
                }
            }
        }

        @Override
        public double[] theta() {
            double[] theta = along ? z.clone() : b.clone();
            if (!along) {
                forward(theta);
            }
            for (int c = 0; c < theta.length; c++) {
                double sum = theta[c];
                for (int j = 0; j < c; j++) {
                    sum -= rows[c][j] * theta[j];
                }
                theta[c] = sum / rows[c][c];
            }
            return theta;
        }
    }

    /**
     * A⁻¹ = U·D·Uᵀ with U unit upper triangular, kept by columns, updated by Bierman's algorithm; θ is moved by the gain. Widths are
     * products with columns, four sums side by side, since no order of U's entries lets both the product and the update run along rows.
     */
    final class Covariance implements LeastSquares {
        private final double[][] columns;
        private final double[] d;
        private final double[] theta;
        private final double[] f;
        private final double[] gain;

        Covariance(int size, double lambda) {
            columns = new double[size][];
            Arrays.setAll(columns, j -> new double[j]);
            d = new double[size];
            Arrays.fill(d, 1 / lambda);
            theta = new double[size];
            f = new double[size];
            gain = new double[size];
        }

        @Override
        public void learn(double[] x, double reward) {
            square(x);
            double a = 1;
            double error = reward;
            for (int j = 0; j < f.length; j++) {
                error -= x[j] * theta[j];
                double v = d[j] * f[j];
                double next = a + f[j] * v;
                d[j] *= a / next;
                turn(columns[j], gain, -f[j] / a, v, j);
                gain[j] = v;
                a = next;
            }
            for (int j = 0; j < f.length; j++) {
                theta[j] += gain[j] * (error / a);
            }
        }

        private static void turn(double[] column, double[] gain, double slope, double v, int end) {
            for (int i = 0; i < end; i++) {
                double old = column[i];
                column[i] = old + slope * gain[i];
                gain[i] += v * old;
            }
        }

        @Override
        public double square(double[] x) {
            double sum = 0;
            for (int j = 0; j < f.length; j++) {
                f[j] = x[j] + product(columns[j], x, j);
                sum += f[j] * f[j] * d[j];
            }
            return sum;
        }

        @Override
        public double[] theta() {
            return theta;
        }
    }

    /** A⁻¹ itself by Sherman and Morrison's formula. */
    final class Inverse implements LeastSquares {
        private final double[][] rows;
        private final double[] b;
        private final double[] gain;

        Inverse(int size, double lambda) {
            rows = new double[size][size];
            b = new double[size];
            gain = new double[size];
            for (int i = 0; i < size; i++) {
                rows[i][i] = 1 / lambda;
            }
        }

        @Override
        public void learn(double[] x, double reward) {
            double a = 1 + square(x);
            for (int i = 0; i < b.length; i++) {
                b[i] += x[i] * reward;
                double share = gain[i] / a;
                for (int j = 0; j < b.length; j++) {
                    rows[i][j] -= share * gain[j];
                }
            }
        }

        @Override
        public double square(double[] x) {
            for (int i = 0; i < b.length; i++) {
                gain[i] = product(rows[i], x, b.length);
            }
            return product(gain, x, b.length);
        }

        @Override
        public double[] theta() {
            double[] theta = new double[b.length];
            Arrays.setAll(theta, i -> product(rows[i], b, b.length));
            return theta;
        }
    }

    /** Four sums side by side. */
    private static double product(double[] a, double[] b, int end) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < end; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < end; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
