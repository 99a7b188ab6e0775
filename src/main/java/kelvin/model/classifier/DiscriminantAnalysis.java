package kelvin.model.classifier;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Linear discriminant analysis: normal features with a mean for each class and one covariance matrix for all, whose posterior is the
 * softmax of linear scores.
 *
 * <pre>
 *   ln P(c, x) = ln(n_c/n) + ln N(x; m_c, Σ) = (m_c − m)'Σ⁻¹(x − m) + ln(n_c/n) − ½(m_c − m)'Σ⁻¹(m_c − m) + terms common to all classes
 *   Σ = Σᵢ(xᵢ − m_c(i))(xᵢ − m_c(i))' / n + smoothing·(largest variance)·I,   m the mean of all rows
 * </pre>
 *
 * <p>It is the softmax of {@link SoftmaxRegression} with other weights: those of the joint likelihood of classes and features. The
 * quadratic terms are common to all classes and cancel. Logits are relative to the mean of all rows, so that the weights of each feature,
 * weighted by n_c/n, sum to 0 over the classes. A class without rows has the probability 0. Where nothing varies, only the shares of the
 * classes count. Cost: n·d²/2 + d³/6 + K·d² multiplications; memory 8d² bytes.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-84858-7">Hastie, Tibshirani and Friedman (2009), The elements of statistical
 *     learning, section 4.3</a>
 * @param unbiased whether the scatter within classes is divided by n − K, where that is above 0, instead of by n; K counts classes with rows
 * @param smoothing what is added to each variance, in units of the largest variance of a feature over all rows; finite and ≥ 0
 */
@Summary("linear discriminant analysis: normal classes with one covariance matrix, a softmax of linear scores")
@Stability(MAY_CHANGE)
public record DiscriminantAnalysis(
        @Default("false") boolean unbiased, @Default("1e-9") double smoothing) implements ClassifierSpec {
    public DiscriminantAnalysis {
        Require.notNegative("smoothing", smoothing);
    }

    @Override
    public Classifier fit(double[][] x, double[][] targets) {
        GaussianClasses classes = GaussianNaiveBayes.moments(x, targets, true);
        int present = 0;
        for (int c = 0; c < classes.classes(); c++) {
            present += classes.count(c) > 0 ? 1 : 0;
        }
        double total = classes.total();
        double divisor = unbiased && total > present ? total - present : total;
        double[][] weights = new double[classes.classes()][x[0].length];
        double[] atCentre = GaussianNaiveBayes.logShares(classes);
        if (classes.added(1) > 0) {
            if (!classes.factor(divisor, classes.added(smoothing))) {
                throw new InvalidValue(
                        "smoothing", smoothing, "larger: within classes, features are constant or collinear");
            }
            for (int c = 0; c < weights.length; c++) {
                atCentre[c] += classes.count(c) > 0 ? classes.linear(c, weights[c]) : 0;
            }
        }
        return new LinearClassifier(false, weights, atCentre, classes.centre());
    }
}
