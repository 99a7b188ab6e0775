package kelvin.learner.contextual;

import java.util.Arrays;
import kelvin.contract.InvalidValue;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.GaussianClass;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;
import kelvin.numeric.Weights;

/** The Gaussian classes of {@link ClassPosterior}: moments of the contexts of each action, and of all. */
final class GaussianClasses {
    private final ClassPosterior spec;
    private final boolean pooled;
    private final Features features;
    private final double[][] moments;
    private final double[] all;
    private final double[] x;
    private final double[] work;
    private final double[] variances;

    /** The lower triangle of Σ w(x − mean of its class)(x − mean of its class)ᵀ, and its factor. */
    private final double[] scatter;

    private final double[] factor;
    private boolean stale = true;

    GaussianClasses(ClassPosterior spec, int actions, Features features) {
        int d = features.total();
        this.spec = spec;
        this.pooled = spec.covariance() == ClassPosterior.Covariance.POOLED;
        this.features = features;
        this.moments = new double[actions][1 + 2 * d];
        this.all = new double[1 + 2 * d];
        this.x = new double[d];
        this.work = new double[d];
        this.variances = new double[d];
        if (pooled) {
            GaussianClass.requireScatter(features);
        }
        this.scatter = new double[pooled ? d * (d + 1) / 2 : 0];
        this.factor = new double[scatter.length];
    }

    /** Adds a context to each class with the weight of its reward. */
    void learn(Context context, double[] rewards) {
        for (int a = 0; a < moments.length; a++) {
            context.describe(a, x);
            GaussianClass.check(x);
            if (pooled) {
                GaussianClass.addScatter(scatter, 0, moments[a], 0, x, rewards[a], work);
            }
            GaussianClass.add(moments[a], 0, x, rewards[a]);
            GaussianClass.add(all, 0, x, rewards[a]);
        }
        stale = true;
    }

    /** Returns what is added to each variance; 0 where nothing varies. */
    private double smoothing() {
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, all[1 + x.length + i]);
        }
        return all[0] > 0 ? spec.smoothing() * largest / all[0] : 0;
    }

    /** Writes P(a | context) of each action. */
    void posterior(Context context, double[] out) {
        double added = smoothing();
        if (pooled && stale && added > 0) {
            factor(added);
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < out.length; a++) {
            if (a == 0 || features.perAction() > 0) {
                context.describe(a, x);
            }
            out[a] = prior(a) + (added > 0 ? logDensity(a, added) : 0);
            best = Math.max(best, out[a]);
        }
        normalise(out, best);
    }

    private double prior(int action) {
        double count = moments[action][0] + spec.regularisation();
        return count > 0 ? Log.of(count) : all[0] > 0 ? Double.NEGATIVE_INFINITY : 0;
    }

    private double logDensity(int action, double added) {
        double[] own = moments[action][0] > 0 ? moments[action] : all;
        return pooled ? -0.5 * distance(own) : diagonal(own, added);
    }

    private double diagonal(double[] own, double added) {
        for (int i = 0; i < x.length; i++) {
            variances[i] = own[1 + x.length + i] / own[0] + added;
            work[i] = own[1 + i];
        }
        return GaussianClass.logDensity(x, work, variances);
    }

    private double distance(double[] own) {
        for (int i = 0; i < x.length; i++) {
            work[i] = x[i] - own[1 + i];
        }
        GaussianClass.solve(factor, work);
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            square += (x[i] - own[1 + i]) * work[i];
        }
        return square;
    }

    private void factor(double added) {
        for (int i = 0, at = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++, at++) {
                factor[at] = scatter[at] / all[0] + (i == j ? added : 0);
            }
        }
        GaussianClass.factor(factor, x.length);
        stale = false;
    }

    private static void normalise(double[] out, double best) {
        if (!Double.isFinite(best)) {
            throw new InvalidValue(
                    "context", Arrays.toString(out), "near enough to what was learnt for finite densities");
        }
        for (int a = 0; a < out.length; a++) {
            out[a] -= best;
        }
        Exp.all(out);
        Weights.normalise(out);
    }
}
