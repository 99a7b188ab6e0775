package kelvin.model.classifier;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.model.Features;
import kelvin.model.GaussianClass;

/**
 * Weighted moments of the features of several classes, and of all together, kept up to date row by row: what naive Bayes and
 * discriminant analysis need. Mutable, for one thread at a time.
 */
@Stability(MAY_CHANGE)
public final class GaussianClasses implements Resumable {
    private final double[][] moments;
    private final double[] all;
    private final double[] work;
    private final double[] variances;

    /** The lower triangle of Σ w(x − mean of its class)(x − mean of its class)ᵀ, and its factor. */
    private final double[] scatter;

    private final double[] factor;

    /**
     * Classes of which nothing is known.
     *
     * @param classes how many, at least 1
     * @param features how many features describe a class
     * @param pooled whether a covariance matrix common to all classes is kept too
     */
    public GaussianClasses(int classes, Features features, boolean pooled) {
        int d = features.total();
        if (pooled) {
            GaussianClass.requireScatter(features);
        }
        this.moments = new double[classes][1 + 2 * d];
        this.all = new double[1 + 2 * d];
        this.work = new double[d];
        this.variances = new double[d];
        this.scatter = new double[pooled ? d * (d + 1) / 2 : 0];
        this.factor = new double[scatter.length];
    }

    /**
     * Adds a row to a class. Cost: O(d), with a pooled covariance O(d²).
     *
     * @param c the class
     * @param x the features
     * @param weight how often it counts, ≥ 0
     * @throws InvalidValue if a feature is so large that squares would overflow
     */
    public void add(int c, double[] x, double weight) {
        GaussianClass.check(x);
        if (scatter.length > 0) {
            GaussianClass.addScatter(scatter, 0, moments[c], 0, x, weight, work);
        }
        GaussianClass.add(moments[c], 0, x, weight);
        GaussianClass.add(all, 0, x, weight);
    }

    /**
     * Returns the number of classes.
     *
     * @return K
     */
    public int classes() {
        return moments.length;
    }

    /**
     * Returns the weight of a class.
     *
     * @param c the class
     * @return Σ of the weights of its rows
     */
    public double count(int c) {
        return moments[c][0];
    }

    /**
     * Returns the weight of all classes together.
     *
     * @return Σ of the weights of all rows
     */
    public double total() {
        return all[0];
    }

    /**
     * Returns what is added to each variance.
     *
     * @param smoothing its share of the largest variance of a feature over all rows
     * @return the product; 0 where nothing varies
     */
    public double added(double smoothing) {
        double largest = 0;
        for (int i = 0; i < work.length; i++) {
            largest = Math.max(largest, all[1 + work.length + i]);
        }
        return all[0] > 0 ? smoothing * largest / all[0] : 0;
    }

    /** Returns the moments of a class; those of all rows where it has none. */
    private double[] own(int c) {
        return moments[c][0] > 0 ? moments[c] : all;
    }

    /** Returns the means of the features over all rows. */
    double[] centre() {
        double[] centre = new double[work.length];
        System.arraycopy(all, 1, centre, 0, centre.length);
        return centre;
    }

    /**
     * Writes the mean and the variance of each feature within a class.
     *
     * @param c the class
     * @param added to each variance
     * @param means receives the means
     * @param spreads receives the variances
     */
    void describe(int c, double added, double[] means, double[] spreads) {
        double[] own = own(c);
        for (int i = 0; i < means.length; i++) {
            spreads[i] = own[1 + means.length + i] / own[0] + added;
            means[i] = own[1 + i];
        }
    }

    /**
     * Returns the log-density of a row in a class whose features are independent.
     *
     * @param c the class; where it has no rows, all rows together stand for it
     * @param x the features
     * @param added to each variance; such that all are above 0
     * @return Σ ln N(xᵢ; meanᵢ, varianceᵢ + added)
     */
    public double logDensity(int c, double[] x, double added) {
        describe(c, added, work, variances);
        return GaussianClass.logDensity(x, work, variances);
    }

    /**
     * Factorises the pooled covariance matrix. Cost: d³/6 multiplications.
     *
     * @param divisor of the scatter within classes, &gt; 0
     * @param added to each variance
     * @return whether the matrix is positive definite, as far as rounding errors tell
     */
    public boolean factor(double divisor, double added) {
        for (int i = 0, at = 0; i < work.length; i++) {
            for (int j = 0; j <= i; j++, at++) {
                factor[at] = scatter[at] / divisor + (i == j ? added : 0);
            }
        }
        GaussianClass.factor(factor, work.length);
        boolean positive = true;
        for (int i = 0; i < work.length; i++) {
            positive &= factor[i * (i + 3) / 2] > 0;
        }
        return positive;
    }

    /**
     * Returns the squared distance of a row from the mean of a class, in units of the pooled covariance last factorised.
     *
     * @param c the class; where it has no rows, all rows together stand for it
     * @param x the features
     * @return Mahalanobis' (x − mean)ᵀΣ⁻¹(x − mean)
     */
    public double distance(int c, double[] x) {
        double[] own = own(c);
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

    /**
     * Writes the weights of the linear score of a class and returns its value at the mean of all rows.
     *
     * @param c the class, which has rows
     * @param weights receives Σ⁻¹(mean of the class − mean of all)
     * @return −½ of the squared distance of the means
     */
    double linear(int c, double[] weights) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = moments[c][1 + i] - all[1 + i];
        }
        GaussianClass.solve(factor, weights);
        double square = 0;
        for (int i = 0; i < weights.length; i++) {
            square += weights[i] * (moments[c][1 + i] - all[1 + i]);
        }
        return -0.5 * square;
    }

    /**
     * Saves or loads the moments; a pooled covariance has to be factorised anew then.
     *
     * @param fields where they are saved, or loaded from
     */
    @Override
    public void state(StateFields fields) {
        fields.rows("moments", moments);
        fields.reals("all", all);
        fields.reals("scatter", scatter);
    }
}
