package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The log-loss of a sigmoid gate, from its logit, with its first two derivatives: no overflow, no logarithm of 0.
 *
 * <pre>
 *   loss(z, t)  = −t·ln σ(z) − (1 − t)·ln σ(−z) = t·softplus(−z) + (1 − t)·softplus(z)
 *   ∂loss/∂z    = σ(z) − t = (1 − t)·σ(z) − t·σ(−z)
 *   ∂²loss/∂z²  = σ(z)·σ(−z)
 * </pre>
 *
 * <p>In natural logarithms (nats). With a target t of 0 or 1 every result has a relative error of a few units in the last place,
 * whatever the logit: σ(z) − t itself would lose all digits where the gate is nearly right. Cost: one exponential, and for the loss one
 * logarithm.
 *
 * @see <a href="https://www.deeplearningbook.org/contents/mlp.html">Goodfellow, Bengio and Courville (2016), Deep learning, section
 *     6.2.2.2</a>
 */
@Stability(MAY_CHANGE)
public final class LogLoss {
    private LogLoss() {}

    /**
     * Returns the log-loss.
     *
     * @param logit z, any double but {@code NaN}, also ±∞
     * @param target t, the share of times that 1 is right, in [0, 1]
     * @return the loss, ≥ 0; where t is 0 or 1 about e^−|z| if the gate is right, about |z| if it is wrong
     */
    public static double of(double logit, double target) {
        double wrong = logit > 0 ? 1 - target : target;
        return Log1p.of(Exp.of(-Math.abs(logit))) + (wrong == 0 ? 0 : wrong * Math.abs(logit));
    }

    /**
     * Returns the derivative of the log-loss by the logit.
     *
     * @param logit z, any double but {@code NaN}, also ±∞
     * @param target t, in [0, 1]
     * @return σ(z) − t, in [−1, 1]
     */
    public static double derivative(double logit, double target) {
        double e = Exp.of(-Math.abs(logit));
        double large = 1 / (1 + e);
        double small = e / (1 + e);
        return logit >= 0 ? (1 - target) * large - target * small : (1 - target) * small - target * large;
    }

    /**
     * Returns the second derivative of the log-loss by the logit, which is the derivative of the sigmoid itself.
     *
     * @param logit z, any double but {@code NaN}, also ±∞
     * @return σ(z)·σ(−z), in [0, ¼]; about e^−|z| far from 0
     */
    public static double curvature(double logit) {
        double e = Exp.of(-Math.abs(logit));
        return e / ((1 + e) * (1 + e));
    }
}
