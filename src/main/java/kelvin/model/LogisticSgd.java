package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * Predicts rewards in [0, 1] by an independent sigmoid gate for each action, learnt by stochastic gradient steps on the log-loss: for
 * contexts with so many features that {@code Logistic} is too slow.
 *
 * <pre>
 *   value[a] = σ(x'w_a),   g = x·(value[a] − r),   s ← √(s² + weight·g²),   R = stepSize/s for each coefficient (AdaGrad)
 *   w_a ← w_a + R·x·weight·(r − value[a])/(1 + weight·Σ R·x²/4)
 * </pre>
 *
 * <p>Without adaptation a step is the plain one of stochastic gradient descent, the same for all coefficients and for ever:
 *
 * <pre>
 *   w_a ← w_a + stepSize·x·weight·(r − value[a])
 * </pre>
 *
 * <p>It overshoots where stepSize·weight·|x|² is well above 4: standardise features then.
 *
 * <p>With adaptation the denominator makes the step the minimiser of the log-loss's quadratic upper bound (its curvature is at most 1/4): a logit moves
 * by at most 4 per reward, however large the weight, the features or the step size. Knows no widths. The order of rewards matters.
 * Cost: O(K(d + k)) per prediction, O(d + k) per reward; memory: two numbers per coefficient.
 *
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan and Singer (2011), Adaptive subgradient methods for online
 *     learning and stochastic optimization</a>
 * @see <a href="https://doi.org/10.1007/BF00049423">Böhning and Lindsay (1988), Monotonicity of quadratic-approximation algorithms</a>
 * @param stepSize the length of the first step of a coefficient before the denominator, in logits per feature; finite and &gt; 0
 * @param layout which coefficients actions share
 * @param adaptive whether steps adapt to the gradients of each coefficient and are kept from overshooting
 */
@Summary("a sigmoid gate for each action, learnt by gradient steps: for very many features")
@Stability(MAY_CHANGE)
public record LogisticSgd(
        @Default("0.5") double stepSize,
        @Default("disjoint") Layout layout,
        @Default("true") boolean adaptive) implements ModelSpec {
    public LogisticSgd {
        Require.positive("stepSize", stepSize);
    }

    /**
     * A model of adaptive steps.
     *
     * @param stepSize the length of the first step of a coefficient
     * @param layout which coefficients actions share
     */
    public LogisticSgd(double stepSize, Layout layout) {
        this(stepSize, layout, true);
    }

    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    public Model create(int actions, Features features, Seed seed) {
        return new AdaGrad(stepSize, true, adaptive, layout, actions, features);
    }
}
