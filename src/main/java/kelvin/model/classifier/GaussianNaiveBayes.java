package kelvin.model.classifier;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Features;
import kelvin.model.GaussianClass;
import kelvin.numeric.Log;

/**
 * Gaussian naive Bayes: within a class features are independent and normal; the posterior is the softmax of the log joint.
 *
 * <pre>
 *   logit_c = ln P(c, x) = ln(n_c/n) + Σⱼ ln N(xⱼ; mean_cⱼ, variance_cⱼ + smoothing·(largest variance)),   p = softmax(logits)
 * </pre>
 *
 * <p>Each class has its own variances, so logits are quadratic in the features. A class without rows has the probability 0. Where nothing
 * varies, only the shares of the classes count. Cost: n·K·d; memory 16·K·d bytes.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-84858-7">Hastie, Tibshirani and Friedman (2009), The elements of statistical
 *     learning, section 6.6.3</a>
 * @param smoothing what is added to each variance, in units of the largest variance of a feature over all rows; finite and ≥ 0
 */
@Summary("Gaussian naive Bayes: independent normal features within a class, a softmax of the log joint")
@Stability(MAY_CHANGE)
public record GaussianNaiveBayes(@Default("1e-9") double smoothing) implements ClassifierSpec {
    public GaussianNaiveBayes {
        Require.notNegative("smoothing", smoothing);
    }

    @Override
    public Classifier fit(double[][] x, double[][] targets) {
        GaussianClasses classes = moments(x, targets, false);
        int d = x[0].length;
        double added = classes.added(smoothing);
        double[][] means = new double[classes.added(1) > 0 ? classes.classes() : 0][d];
        double[][] variances = new double[means.length][d];
        for (int c = 0; c < means.length; c++) {
            classes.describe(c, added, means[c], variances[c]);
            for (int j = 0; j < d; j++) {
                if (!(variances[c][j] > 0)) {
                    throw new InvalidValue(
                            "smoothing", smoothing, "> 0: feature " + j + " does not vary within class " + c);
                }
            }
        }
        return new Fitted(d, logShares(classes), means, variances);
    }

    /** Checks rows and returns the moments of each class. */
    static GaussianClasses moments(double[][] x, double[][] targets, boolean pooled) {
        TrainingRows.check(x, targets);
        GaussianClasses classes = new GaussianClasses(targets[0].length, new Features(x[0].length, 0), pooled);
        for (int i = 0; i < x.length; i++) {
            for (int c = 0; c < targets[i].length; c++) {
                if (targets[i][c] > 0) {
                    classes.add(c, x[i], targets[i][c]);
                }
            }
        }
        return classes;
    }

    /** Returns the logarithm of the share of each class; 0 where none has rows. */
    static double[] logShares(GaussianClasses classes) {
        double[] out = new double[classes.classes()];
        for (int c = 0; c < out.length && classes.total() > 0; c++) {
            out[c] = Log.of(classes.count(c) / classes.total());
        }
        return out;
    }

    /**
     * The fitted classifier.
     *
     * @param features d
     * @param logShares of the classes
     * @param means of each class; none where nothing varies
     * @param variances of each class
     */
    private record Fitted(int features, double[] logShares, double[][] means, double[][] variances)
            implements Classifier {
        @Override
        public int classes() {
            return logShares.length;
        }

        @Override
        public boolean severalAnswers() {
            return false;
        }

        @Override
        public void logits(double[] x, double[] out) {
            LinearClassifier.requireLength(features, x);
            for (int c = 0; c < logShares.length; c++) {
                out[c] = logShares[c] + (means.length > 0 ? GaussianClass.logDensity(x, means[c], variances[c]) : 0);
            }
        }

        @Override
        public boolean coefficients(int c, double[] out) {
            return false;
        }
    }
}
