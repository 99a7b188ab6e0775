package kelvin.model.classifier;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.stream.IntStream;
import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Multinomial logistic regression: the softmax of logits that are linear in the features, fitted to the minimum of the penalised
 * cross-entropy.
 *
 * <pre>
 *   p = softmax(Wx + b),   minimise  C·Σᵢ −Σ_c tᵢ_c·ln pᵢ_c + ½‖W‖²,   the intercepts b without a penalty, Σb = 0
 * </pre>
 *
 * <p>Exactly one class is right: for one to become likelier the others must become less likely. A row whose weights t do not sum to 1
 * counts as that many rows. With intercepts, the optimum does not depend on the origin of the features, and the weights of each feature
 * sum to 0 over the classes. With two classes this is the sigmoid of z₁ − z₀ with half the weights of {@link LogisticRegression} at 2C,
 * since each half has a penalty of its own: at the same C the two differ. The penalty depends on the units of the features: scale them
 * alike.
 *
 * <p>The minimum is unique and reached to rounding errors of the loss and its gradient, in about ten damped Newton steps; where C is
 * large and classes can be told apart, in one or two per unit of ln C. With intercepts, a class that is right in no row has the
 * intercept −∞ and the probability 0, the limit of the fits. Cost per step for n rows, d features and K classes: n(Kd)²/2 + (Kd)³/6
 * multiplications; memory 4(Kd)² bytes.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-84858-7">Hastie, Tibshirani and Friedman (2009), The elements of statistical
 *     learning, section 4.4</a>
 * @param c C, the weight of the losses beside the penalty; in [1e-100, 1e100]
 * @param intercept whether each class has an intercept
 */
@Summary("multinomial logistic regression: the softmax of linear logits, at the minimum of the penalised cross-entropy")
@Stability(MAY_CHANGE)
public record SoftmaxRegression(
        @Default("1") double c, @Default("true") boolean intercept) implements ClassifierSpec {
    public SoftmaxRegression {
        LogisticRegression.requireWeight(c);
    }

    @Override
    public Classifier fit(double[][] x, double[][] targets) {
        TrainingRows rows = new TrainingRows(x, targets, intercept, intercept ? 1 : 0);
        int classes = targets[0].length;
        int d = x[0].length;
        double[][] weights = new double[classes][d];
        double[] atCentre = new double[classes];
        int[] present = IntStream.range(0, classes)
                .filter(k -> !intercept || Arrays.stream(targets).anyMatch(t -> t[k] > 0))
                .toArray();
        if (present.length > 0) {
            Arrays.fill(atCentre, intercept ? Double.NEGATIVE_INFINITY : 0);
            atCentre[present[0]] = 0;
        }
        if (present.length > 1) {
            double[][] seen = new double[targets.length][present.length];
            for (int i = 0; i < seen.length; i++) {
                for (int k = 0; k < present.length; k++) {
                    seen[i][k] = targets[i][present[k]];
                }
            }
            double[] w =
                    PenalisedNewton.minimum(rows, seen, new OutputLoss.OfSoftmax(present.length), 1 / c, intercept);
            for (int k = 0; k < present.length; k++) {
                System.arraycopy(w, k * rows.width(), weights[present[k]], 0, d);
                atCentre[present[k]] = intercept ? w[k * rows.width() + d] : 0;
            }
        }
        return new LinearClassifier(false, weights, atCentre, rows.centre());
    }
}
