package kelvin.model;

import kelvin.contract.Rewards;
import kelvin.numeric.Sigmoid;
import org.apache.commons.rng.UniformRandomProvider;

/** The model of {@link Logistic}: linear regression of working responses, whose predictions are logits. */
final class LogisticModel extends CheckedModel {
    /** The smallest p(1 − p), which smaller ones are taken for; so small that it teaches H nothing. */
    private static final double MIN_VARIANCE = 0x1p-900;

    private final RidgeModel logits;
    private double[] work;

    LogisticModel(RidgeModel logits) {
        super(logits.features(), Rewards.UNIT_INTERVAL);
        this.logits = logits;
        this.work = new double[logits.actions()];
    }

    @Override
    public int actions() {
        return logits.actions();
    }

    /** Returns p(1 − p), to full accuracy where p is near 1 too. */
    private static double variance(double logit) {
        return Sigmoid.of(logit) * Sigmoid.of(-logit);
    }

    private static void squash(double[] logits) {
        for (int a = 0; a < logits.length; a++) {
            logits[a] = Sigmoid.of(logits[a]);
        }
    }

    @Override
    public void values(Context context, double[] out) {
        logits.values(context, out);
        squash(out);
    }

    @Override
    public void widths(Context context, double[] out) {
        logits.values(context, work);
        logits.widths(context, out);
        for (int a = 0; a < out.length; a++) {
            out[a] *= variance(work[a]);
        }
    }

    @Override
    public void sample(Context context, double scale, UniformRandomProvider random, double[] out) {
        logits.sample(context, scale, random, out);
        squash(out);
    }

    @Override
    public boolean coefficients(int action, double[] out) {
        return logits.coefficients(action, out);
    }

    @Override
    public void learn(long decision, Context context, int action, double reward, double weight) {
        if (teaches(context, action, reward, weight)) {
            double logit = logits.value(context, action);
            double error = reward * Sigmoid.of(-logit) - (1 - reward) * Sigmoid.of(logit);
            double variance = Math.max(MIN_VARIANCE, variance(logit));
            logits.learn(decision, context, action, logit + error / variance, weight * variance);
        }
    }

    @Override
    public void addAction() {
        logits.addAction();
        work = new double[logits.actions()];
    }

    @Override
    public double[] state() {
        return logits.state();
    }

    @Override
    public void restore(double[] state) {
        logits.restore(state);
    }

    @Override
    public Model snapshot() {
        return new LogisticModel(logits.snapshot());
    }
}
