package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * Predicts the chance that an action is right by Gaussian naive Bayes with two classes for each action: what was seen when it was right,
 * and when it was not.
 *
 * <pre>
 *   value[a] = σ(ln n₁/n₀ + Σ ln N(xᵢ; mean₁ᵢ, var₁ᵢ) − Σ ln N(xᵢ; mean₀ᵢ, var₀ᵢ))
 * </pre>
 *
 * <p>A reward r in [0, 1] counts by r as right and by 1 − r as not. Each class starts with λ contexts of the mean and variance of all
 * that was seen, so that an action never tried has the value 1/2; 10⁻⁹ of each feature's variance is added. Features are taken to
 * be independent given the class: where they are not, predictions are too near to 0 and 1. Knows no widths. The order of rewards does
 * not matter, and a weight of 2 counts as the same reward twice. Cost: O(K(d + k)) logarithms per prediction, O(d + k) per reward;
 * memory: 4(d + k) + 2 numbers per action.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-84858-7">Hastie, Tibshirani and Friedman (2009), The elements of statistical
 *     learning, section 6.6.3</a>
 * @param regularisation λ, finite and &gt; 0. {@link Model#learn} refuses features beyond 2⁵⁰⁴ (5.2·10¹⁵¹) in size
 */
@Summary("the chance that an action is right, by Gaussian naive Bayes on what was seen when it was and when not")
@Stability(MAY_CHANGE)
public record NaiveBayes(@Default("1") double regularisation) implements ModelSpec {
    public NaiveBayes {
        Require.positive("regularisation", regularisation);
    }

    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    public Model create(int actions, Features features, Seed seed) {
        return new Classes(regularisation, features, RightOrWrong.rows(actions, features, 0));
    }

    private static final class Classes extends RightOrWrong {
        private final double[] means;
        private final double[] spreads;

        Classes(double regularisation, Features features, ActionRows rows) {
            super(regularisation, features, rows);
            means = new double[features.total()];
            spreads = new double[features.total()];
        }

        @Override
        double evidence(int action) {
            return logDensity(action, true) - logDensity(action, false);
        }

        private double logDensity(int action, boolean right) {
            double[] row = rows().of(action);
            int at = place(right);
            double count = count(action, right);
            double own = row[at] / count;
            double all = regularisation() / count;
            for (int i = 0; i < x.length; i++) {
                double shift = own > 0 ? row[at + 1 + i] - rows().common()[1 + i] : 0;
                double within = row[at + 1 + x.length + i] / count + all * variance(i);
                means[i] = mean(action, right, i);
                spreads[i] = within + own * all * shift * shift + smoothing(i);
            }
            return GaussianClass.logDensity(x, means, spreads);
        }

        @Override
        public Model snapshot() {
            return new Classes(regularisation(), features(), rows().share());
        }
    }
}
