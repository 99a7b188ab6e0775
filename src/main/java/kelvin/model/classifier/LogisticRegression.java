package kelvin.model.classifier;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Logistic regression with one sigmoid gate per class, each fitted on its own to the minimum of its penalised log-loss.
 *
 * <pre>
 *   p_c = σ(w_c·x + b_c),   minimise  C·Σᵢ −tᵢ_c·ln pᵢ_c − (1 − tᵢ_c)·ln(1 − pᵢ_c) + ½‖w_c‖²   for each class, b_c without a penalty
 * </pre>
 *
 * <p>Several classes may be right, or none: raising the logit of one moves no other gate. With two classes of which one is right the
 * gates are mirror images to the bit, and that of class 1 is the ordinary logistic regression with a single sigmoid. The penalty depends
 * on the units of the features: scale them alike.
 *
 * <p>The minimum is unique and reached to rounding errors of the loss and its gradient, in about ten damped Newton steps. With an
 * intercept, the gate of a class that is right in no row is closed, with the intercept −∞ and the probability 0, the limit of the
 * fits; that of a class that is right in every row is open, with +∞ and 1. Cost per step for n rows, d features and K classes: nKd²/2
 * + Kd³/6 multiplications; memory 4d² bytes.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-84858-7">Hastie, Tibshirani and Friedman (2009), The elements of statistical
 *     learning, section 4.4</a>
 * @param c C, the weight of the losses beside the penalty; in [1e-100, 1e100]
 * @param intercept whether each gate has an intercept
 */
@Summary(
        "logistic regression: a sigmoid gate of linear logits for each class, at the minimum of its penalised log-loss")
@Stability(MAY_CHANGE)
public record LogisticRegression(
        @Default("1") double c, @Default("true") boolean intercept) implements ClassifierSpec {
    public LogisticRegression {
        requireWeight(c);
    }

    /** Requires a weight of losses whose inverse is far from the ends of the doubles. */
    static void requireWeight(double c) {
        if (!(c >= 1e-100 && c <= 1e100)) {
            throw new InvalidValue("c", c, "in [1e-100, 1e100]");
        }
    }

    @Override
    public Classifier fit(double[][] x, double[][] targets) {
        TrainingRows rows = new TrainingRows(x, targets, intercept, intercept ? 1 : 0);
        int classes = targets[0].length;
        int d = x[0].length;
        double[][] weights = new double[classes][d];
        double[] atCentre = new double[classes];
        for (int k = 0; k < classes; k++) {
            double certain = intercept ? certain(targets, k) : 0;
            atCentre[k] = certain;
            if (certain == 0) {
                double[] w = PenalisedNewton.minimum(rows, targets, new OutputLoss.OfGate(k), 1 / c, intercept);
                System.arraycopy(w, 0, weights[k], 0, d);
                atCentre[k] = intercept ? w[d] : 0;
            }
        }
        return new LinearClassifier(true, weights, atCentre, rows.centre());
    }

    /** Returns −∞ if a class is right in no row, ∞ if in every row, 0 otherwise. */
    private static double certain(double[][] targets, int k) {
        boolean never = true;
        boolean always = true;
        for (double[] each : targets) {
            never &= each[k] == 0;
            always &= each[k] == 1;
        }
        return never ? Double.NEGATIVE_INFINITY : always ? Double.POSITIVE_INFINITY : 0;
    }
}
