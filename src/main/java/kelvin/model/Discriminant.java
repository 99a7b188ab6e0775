package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * Predicts the chance that an action is right by linear discriminant analysis with two classes for each action: what was seen when it
 * was right, and when it was not. All classes have one covariance.
 *
 * <pre>
 *   value[a] = σ(ln n₁/n₀ + (mean₁ − mean₀)'S⁻¹(x − (mean₁ + mean₀)/2))
 * </pre>
 *
 * <p>A reward r in [0, 1] counts by r as right and by 1 − r as not. Each class starts with λ contexts around the mean of all that was
 * seen, so that an action never tried has the value 1/2; S is the pooled covariance within the classes of all actions, with λ contexts
 * of the variances of all that was seen, and 10⁻⁹ of these on its diagonal. Knows no widths. The order of rewards does
 * not matter, and a weight of 2 counts as the same reward twice. Cost: O(K(d + k)) per prediction, O((d + k)²) per reward, and
 * O((d + k)³/6 + K(d + k)²) for the first prediction after one; memory: 4(d + k) + 2 numbers per action and (d + k)² in common.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-84858-7">Hastie, Tibshirani and Friedman (2009), The elements of statistical
 *     learning, section 4.3</a>
 * @param regularisation λ, finite and &gt; 0. {@link Model#learn} refuses features beyond 2⁵⁰⁴ (5.2·10¹⁵¹) in size
 */
@Summary(
        "the chance that an action is right, by linear discriminant analysis of what was seen when it was and when not")
@Stability(MAY_CHANGE)
public record Discriminant(@Default("1") double regularisation) implements ModelSpec {
    public Discriminant {
        Require.positive("regularisation", regularisation);
    }

    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    /** Returns the memory of the scatter within all classes and of its factor. */
    @Override
    public double leastBytes(int actions, Features features) {
        return GaussianClass.scatterBytes(features);
    }

    @Override
    public Model create(int actions, Features features, Seed seed) {
        int n = features.total();
        GaussianClass.requireScatter(features);
        return new Classes(regularisation, features, RightOrWrong.rows(actions, features, n * (n + 1) / 2));
    }

    private static final class Classes extends RightOrWrong {
        /** The place in the common row at which the scatter within all classes begins, the lower triangle row by row. */
        private final int scatter;

        private final double[] factor;
        private final double[] deviation;
        private double[][] coefficients;
        private double[] intercepts;

        Classes(double regularisation, Features features, ActionRows rows) {
            super(regularisation, features, rows);
            int n = features.total();
            scatter = 1 + 2 * n;
            factor = new double[n * (n + 1) / 2];
            deviation = new double[n];
            coefficients = new double[rows.actions()][n];
            intercepts = new double[rows.actions()];
        }

        @Override
        void refresh() {
            super.refresh();
            if (!varies()) {
                return;
            }
            double[] common = rows().common();
            double count = common[0] + regularisation();
            for (int i = 0; i < factor.length; i++) {
                factor[i] = common[scatter + i] / count;
            }
            for (int i = 0; i < x.length; i++) {
                factor[i * (i + 3) / 2] += regularisation() / count * variance(i) + smoothing(i);
            }
            GaussianClass.factor(factor, x.length);
            for (int a = 0; a < coefficients.length; a++) {
                for (int i = 0; i < x.length; i++) {
                    coefficients[a][i] = mean(a, true, i) - mean(a, false, i);
                }
                GaussianClass.solve(factor, coefficients[a]);
                intercepts[a] = 0;
                for (int i = 0; i < x.length; i++) {
                    intercepts[a] -= coefficients[a][i] * (mean(a, true, i) + mean(a, false, i)) / 2;
                }
            }
        }

        @Override
        double evidence(int action) {
            return intercepts[action] + Vectors.product(coefficients[action], 0, x, 0, x.length);
        }

        @Override
        void learn(int action, boolean right, double weight) {
            GaussianClass.addScatter(
                    rows().ownCommon(), scatter, rows().of(action), place(right), x, weight, deviation);
            super.learn(action, right, weight);
        }

        @Override
        public void addAction() {
            super.addAction();
            coefficients = new double[actions()][x.length];
            intercepts = new double[actions()];
        }

        @Override
        public Model snapshot() {
            return new Classes(regularisation(), features(), rows().share());
        }
    }
}
