package kelvin.evaluation;

import java.util.Arrays;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.random.Seed;

/**
 * Ridge regression for tests, by the normal equations and elimination: coefficients of its own for each action.
 *
 * @param regularisation what is added to the diagonal, &gt; 0
 */
public record SmallRidge(double regularisation) implements ModelSpec {
    @Override
    public Model create(int actions, Features features, Seed seed) {
        return new Equations(actions, features, regularisation, new double[actions][][]);
    }

    private record Equations(int actions, Features features, double regularisation, double[][][] sums)
            implements Model {
        Equations {
            int d = features.total();
            for (int a = 0; a < actions; a++) {
                if (sums[a] == null) {
                    sums[a] = new double[d][d + 1];
                    for (int i = 0; i < d; i++) {
                        sums[a][i][i] = regularisation;
                    }
                }
            }
        }

        @Override
        public void values(Context context, double[] out) {
            double[] x = new double[features.total()];
            for (int a = 0; a < actions; a++) {
                context.describe(a, x);
                double[] theta =
                        solved(Arrays.stream(sums[a]).map(double[]::clone).toArray(double[][]::new));
                out[a] = 0;
                for (int i = 0; i < x.length; i++) {
                    out[a] += x[i] * theta[i];
                }
            }
        }

        private static double[] solved(double[][] rows) {
            int d = rows.length;
            for (int i = 0; i < d; i++) {
                for (int j = i + 1; j < d; j++) {
                    double factor = rows[j][i] / rows[i][i];
                    for (int k = i; k <= d; k++) {
                        rows[j][k] -= factor * rows[i][k];
                    }
                }
            }
            double[] theta = new double[d];
            for (int i = d - 1; i >= 0; i--) {
                double rest = rows[i][d];
                for (int k = i + 1; k < d; k++) {
                    rest -= rows[i][k] * theta[k];
                }
                theta[i] = rest / rows[i][i];
            }
            return theta;
        }

        @Override
        public void learn(long decision, Context context, int action, double reward, double weight) {
            int d = features.total();
            double[] x = new double[d + 1];
            context.describe(action, x);
            x[d] = reward;
            for (int i = 0; i < d; i++) {
                for (int k = 0; k <= d; k++) {
                    sums[action][i][k] += weight * x[i] * x[k];
                }
            }
        }

        @Override
        public void addAction() {
            throw new UnsupportedOperationException("has as many actions as it has");
        }

        @Override
        public double[] state() {
            return Arrays.stream(sums)
                    .flatMap(Arrays::stream)
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }

        @Override
        public void restore(double[] state) {
            int d = features.total();
            if (state.length != actions * d * (d + 1)) {
                throw new IllegalArgumentException("found " + state.length + " numbers of state");
            }
            for (int i = 0; i < actions * d; i++) {
                System.arraycopy(state, i * (d + 1), sums[i / d][i % d], 0, d + 1);
            }
        }

        @Override
        public Model snapshot() {
            Equations copy = new Equations(actions, features, regularisation, new double[actions][][]);
            copy.restore(state());
            return copy;
        }
    }
}
