package kelvin.model;

import kelvin.contract.Rewards;
import kelvin.numeric.Log;
import kelvin.numeric.Sigmoid;

/**
 * The part that {@link NaiveBayes} and {@link Discriminant} have in common: for each action the moments of what was seen when it was
 * right and when it was not, and those of all that was seen. A reward r counts by r as right and by 1 − r as not.
 */
abstract class RightOrWrong extends CheckedModel {
    /** Added to the variance of a feature, in units of its variance over all that was seen, or of the largest where that is 0. */
    private static final double SMOOTHING = 1e-9;

    /** The smallest variance that counts as one, so that what is added to it is a normal number. */
    private static final double MIN_VARIANCE = 1e-290;

    private final double regularisation;
    private final ActionRows rows;
    /** The features that describe an action. */
    final double[] x;

    /** The variances of the features over all that was seen. */
    private final double[] variances;

    private double largest;
    private boolean stale = true;

    /**
     * Makes a model.
     *
     * @param regularisation λ, how many contexts as all others are seen each class starts with
     * @param features d and k
     * @param rows each action's moments when right and when not; in common those of all, and what a subclass needs
     */
    RightOrWrong(double regularisation, Features features, ActionRows rows) {
        super(features, Rewards.UNIT_INTERVAL);
        this.regularisation = regularisation;
        this.rows = rows;
        this.x = new double[features.total()];
        this.variances = new double[x.length];
    }

    static ActionRows rows(int actions, Features features, int more) {
        int moments = 1 + 2 * features.total();
        return new ActionRows(actions, new double[2 * moments], new double[moments + more]);
    }

    @Override
    public final int actions() {
        return rows.actions();
    }

    final ActionRows rows() {
        return rows;
    }

    final double regularisation() {
        return regularisation;
    }

    /** Returns the place of the moments of a class in its action's row. */
    final int place(boolean right) {
        return right ? 0 : 1 + 2 * x.length;
    }

    /** Returns the weight of a class with what it starts with. */
    final double count(int action, boolean right) {
        return rows.of(action)[place(right)] + regularisation;
    }

    /** Returns the mean of a feature in a class, with what the class starts with. */
    final double mean(int action, boolean right, int i) {
        double[] row = rows.of(action);
        int at = place(right);
        double all = rows.common()[1 + i];
        return all + row[at] / (row[at] + regularisation) * (row[at + 1 + i] - all);
    }

    /** Returns the variance of a feature over all that was seen. */
    final double variance(int i) {
        return variances[i];
    }

    /** Returns what is added to the variance of a feature in a class. */
    final double smoothing(int i) {
        return SMOOTHING * (variances[i] > 0 ? variances[i] : largest);
    }

    /** Returns whether anything was seen that varies. */
    final boolean varies() {
        return largest > 0;
    }

    /** Prepares what depends on no context. */
    void refresh() {
        double[] all = rows.common();
        largest = 0;
        for (int i = 0; i < x.length; i++) {
            double variance = all[0] > 0 ? all[1 + x.length + i] / all[0] : 0;
            variances[i] = variance >= MIN_VARIANCE ? variance : 0;
            largest = Math.max(largest, variances[i]);
        }
    }

    /** Returns ln p(x | right) − ln p(x | not) for the action described by x; asked only where something varies. */
    abstract double evidence(int action);

    @Override
    public final void values(Context context, double[] out) {
        check(context);
        if (stale) {
            refresh();
            stale = false;
        }
        for (int a = 0; a < out.length; a++) {
            if (a == 0 || features().perAction() > 0) {
                context.describe(a, x);
            }
            double prior = Log.of(count(a, true) / count(a, false));
            out[a] = finite("prediction", a, Sigmoid.of(prior + (varies() ? evidence(a) : 0)));
        }
    }

    @Override
    public final void learn(long decision, Context context, int action, double reward, double weight) {
        if (teaches(context, action, reward, weight)) {
            context.describe(action, x);
            GaussianClass.check(x);
            learn(action, true, weight * reward);
            learn(action, false, weight * (1 - reward));
            GaussianClass.add(rows.ownCommon(), 0, x, weight);
            stale = true;
        }
    }

    /** Adds what was seen to a class. */
    void learn(int action, boolean right, double weight) {
        GaussianClass.add(rows.own(action), place(right), x, weight);
    }

    @Override
    public void addAction() {
        rows.add();
        stale = true;
    }

    @Override
    public final double[] state() {
        return rows.flat();
    }

    @Override
    public final void restore(double[] state) {
        rows.restore(state);
        stale = true;
    }
}
