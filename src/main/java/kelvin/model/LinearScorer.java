package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * Scores each action by a linear function of the features that describe it.
 *
 * <pre>
 *   score[a] = x'w_a,   w_a ← w_a + rate·gradient[a]·x;   all weights start at 0
 * </pre>
 *
 * <p>Let one of the features always be 1 if scores have a mean. Cost: O(K(d + k)) per context, scored or learnt from; memory: one number
 * per weight.
 *
 * @param layout which weights actions share
 */
@Summary("a linear function of the features that describe an arm")
@Stability(MAY_CHANGE)
public record LinearScorer(@Default("disjoint") Layout layout) implements ScorerSpec {
    @Override
    public Scorer create(int actions, Features features, Seed seed) {
        int own = layout.own(actions, features);
        return new Weighted(
                own, features, new ActionRows(actions, new double[own], new double[features.total() - own]));
    }

    /** Keeps the weights of each action, and those that all have in common. */
    private static final class Weighted implements Scorer {
        private final int own;
        private final Features features;
        private final ActionRows rows;
        private final double[] x;

        Weighted(int own, Features features, ActionRows rows) {
            this.own = own;
            this.features = features;
            this.rows = rows;
            this.x = new double[features.total()];
        }

        @Override
        public int actions() {
            return rows.actions();
        }

        @Override
        public Features features() {
            return features;
        }

        @Override
        public void scores(Context context, double[] out) {
            context.check(actions(), features);
            double[] common = rows.common();
            for (int a = 0; a < out.length; a++) {
                context.describe(a, x);
                double[] mine = rows.of(a);
                double score = 0;
                for (int i = 0; i < own; i++) {
                    score += mine[i] * x[i];
                }
                for (int i = own; i < x.length; i++) {
                    score += common[i - own] * x[i];
                }
                out[a] = score;
            }
        }

        @Override
        public boolean coefficients(int action, double[] out) {
            System.arraycopy(rows.of(action), 0, out, 0, own);
            System.arraycopy(rows.common(), 0, out, own, x.length - own);
            return true;
        }

        @Override
        public void learn(Context context, double[] gradient, double rate) {
            context.check(actions(), features);
            double[] common = rows.ownCommon();
            for (int a = 0; a < gradient.length; a++) {
                double step = rate * gradient[a];
                if (step != 0) {
                    context.describe(a, x);
                    double[] mine = rows.own(a);
                    for (int i = 0; i < own; i++) {
                        mine[i] += step * x[i];
                    }
                    for (int i = own; i < x.length; i++) {
                        common[i - own] += step * x[i];
                    }
                }
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
        public Scorer snapshot() {
            return new Weighted(own, features, rows.share());
        }
    }
}
