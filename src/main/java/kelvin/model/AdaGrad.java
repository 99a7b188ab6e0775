package kelvin.model;

import kelvin.contract.Rewards;
import kelvin.numeric.Sigmoid;

/**
 * A linear model, of rewards or of their logits, that learns by implicit gradient steps with a step size for each coefficient.
 *
 * <pre>
 *   g = x·(p − r),  s ← √(s² + weight·g²),  R = stepSize/s,  q = Σ R·x²,  w ← w + R·x·weight·(r − p)/(1 + c·weight·q)
 * </pre>
 *
 * <p>c is the largest curvature of the loss: 1 of squared error, 1/4 of log-loss. Without the denominator this is AdaGrad; with it the
 * step minimises the distance from w plus the loss (or, for log-loss, its quadratic upper bound), and so no weight and no size of
 * features makes it overshoot. A model that is not adaptive takes the plain gradient step, w ← w + stepSize·x·weight·(r − p).
 */
final class AdaGrad extends CheckedModel {
    /** The largest gradient that is added up; finite with room for sums. */
    private static final double MAX_GRADIENT = 0x1p1000;

    /** The largest coefficient that plain steps lead to: its products with features of that size are finite. */
    private static final double MAX_COEFFICIENT = 0x1p500;

    private final double stepSize;
    private final boolean logistic;
    private final boolean adaptive;
    private final int own;
    /** Each row holds the coefficients, then their root sums of squared gradients. */
    private final ActionRows rows;

    private final double[] x;

    AdaGrad(double stepSize, boolean logistic, boolean adaptive, Layout layout, int actions, Features features) {
        this(
                stepSize,
                logistic,
                adaptive,
                layout.own(actions, features),
                features,
                rows(layout.own(actions, features), actions, features));
    }

    private AdaGrad(double stepSize, boolean logistic, boolean adaptive, int own, Features features, ActionRows rows) {
        super(features, logistic ? Rewards.UNIT_INTERVAL : Rewards.REAL);
        this.stepSize = stepSize;
        this.logistic = logistic;
        this.adaptive = adaptive;
        this.own = own;
        this.rows = rows;
        this.x = new double[features.total()];
    }

    private static ActionRows rows(int own, int actions, Features features) {
        return new ActionRows(actions, new double[2 * own], new double[2 * (features.total() - own)]);
    }

    @Override
    public int actions() {
        return rows.actions();
    }

    /** Predicts what the action pays that x describes. */
    private double predict(int action) {
        double sum = Vectors.product(rows.of(action), 0, x, 0, own)
                + Vectors.product(rows.common(), 0, x, own, x.length - own);
        return finite("prediction", action, logistic ? Sigmoid.of(sum) : sum);
    }

    @Override
    public void values(Context context, double[] out) {
        check(context);
        for (int a = 0; a < out.length; a++) {
            if (a == 0 || features().perAction() > 0) {
                context.describe(a, x);
            }
            out[a] = predict(a);
        }
    }

    @Override
    public boolean coefficients(int action, double[] out) {
        System.arraycopy(rows.of(action), 0, out, 0, own);
        System.arraycopy(rows.common(), 0, out, own, x.length - own);
        return true;
    }

    @Override
    public void learn(long decision, Context context, int action, double reward, double weight) {
        if (!teaches(context, action, reward, weight)) {
            return;
        }
        context.describe(action, x);
        double error = reward - predict(action);
        double[] mine = rows.own(action);
        double[] common = rows.ownCommon();
        if (!adaptive) {
            plain(mine, 0, own, stepSize * error * weight);
            plain(common, own, x.length - own, stepSize * error * weight);
            return;
        }
        double size = Math.sqrt(weight) * error;
        double q = measure(mine, 0, own, size) + measure(common, own, x.length - own, size);
        double step = stepSize * error * weight / (1 + (logistic ? 0.25 : 1) * weight * q);
        move(mine, 0, own, step);
        move(common, own, x.length - own, step);
    }

    /** Adds the gradient to the squares of a row; returns its part of Σ R·x². */
    private double measure(double[] row, int from, int length, double size) {
        double q = 0;
        for (int i = 0; i < length; i++) {
            double xi = x[from + i];
            double gradient = Math.min(MAX_GRADIENT, Math.abs(size * xi));
            if (gradient > 0) {
                row[length + i] = Vectors.norm(row[length + i], gradient);
                q += xi * (stepSize * (xi / row[length + i]));
            }
        }
        return q;
    }

    private void move(double[] row, int from, int length, double step) {
        for (int i = 0; i < length; i++) {
            if (row[length + i] > 0) {
                row[i] += step * (x[from + i] / row[length + i]);
            }
        }
    }

    private void plain(double[] row, int from, int length, double step) {
        for (int i = 0; i < length; i++) {
            double moved = row[i] + step * x[from + i];
            row[i] = Math.max(-MAX_COEFFICIENT, Math.min(MAX_COEFFICIENT, moved));
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
        return new AdaGrad(stepSize, logistic, adaptive, own, features(), rows.share());
    }
}
