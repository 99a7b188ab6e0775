package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Averages the rewards of each action, whatever the context: the baseline that a model of contexts must beat.
 *
 * <pre>
 *   value[a] = Σwr/(λ + Σw),   width[a] = 1/√(λ + Σw),   sample[a] ~ N(value[a], (scale·width[a])²)
 * </pre>
 *
 * <p>The sums run over the rewards r of action a with their weights w; an action never tried has the value 0. Widths are at most 10⁶,
 * which is that of an action never tried where λ = 0. This is {@code Ridge} with a single feature that is always 1. The order of
 * rewards does not matter, and a weight of 2 counts as the same reward twice. Cost: O(K) per prediction, O(1) per reward; memory: two
 * numbers per action.
 *
 * @param regularisation λ, how many rewards of 0 each action starts with; finite and ≥ 0
 */
@Summary("the mean reward of each action, whatever is seen")
@Stability(MAY_CHANGE)
public record Means(@Default("1") double regularisation) implements ModelSpec {
    /** The smallest λ + Σw of which a width is computed. */
    private static final double MIN_WEIGHT = 1e-12;

    public Means {
        Require.notNegative("regularisation", regularisation);
    }

    @Override
    public Model create(int actions, Features features, Seed seed) {
        return new Averages(regularisation, features, new ActionRows(actions, new double[2], new double[0]));
    }

    @Override
    public boolean widths() {
        return true;
    }

    @Override
    public boolean samples() {
        return true;
    }

    /** Keeps Σwr and Σw of each action. */
    private static final class Averages extends CheckedModel {
        private final double regularisation;
        private final ActionRows rows;
        private final StandardNormal normal = new StandardNormal();

        Averages(double regularisation, Features features, ActionRows rows) {
            super(features, Rewards.REAL);
            this.regularisation = regularisation;
            this.rows = rows;
        }

        @Override
        public int actions() {
            return rows.actions();
        }

        private double value(int action) {
            double[] sums = rows.of(action);
            double weight = regularisation + sums[1];
            return weight > 0 ? sums[0] / weight : 0;
        }

        private double width(int action) {
            return 1 / Math.sqrt(Math.max(MIN_WEIGHT, regularisation + rows.of(action)[1]));
        }

        @Override
        public void values(Context context, double[] out) {
            check(context);
            for (int a = 0; a < out.length; a++) {
                out[a] = value(a);
            }
        }

        @Override
        public void widths(Context context, double[] out) {
            check(context);
            for (int a = 0; a < out.length; a++) {
                out[a] = width(a);
            }
        }

        @Override
        public void sample(Context context, double scale, UniformRandomProvider random, double[] out) {
            check(context);
            for (int a = 0; a < out.length; a++) {
                out[a] = value(a) + scale * width(a) * normal.sample(random);
            }
        }

        @Override
        public void learn(long decision, Context context, int action, double reward, double weight) {
            if (teaches(context, action, reward, weight)) {
                double[] sums = rows.own(action);
                sums[0] += weight * reward;
                sums[1] += weight;
            }
        }

        @Override
        public void addAction() {
            rows.add();
        }

        @Override
        public double[] state() {
            return rows.flat();
        }

        @Override
        public void restore(double[] state) {
            rows.restore(state);
        }

        @Override
        public Model snapshot() {
            return new Averages(regularisation, features(), rows.share());
        }
    }
}
