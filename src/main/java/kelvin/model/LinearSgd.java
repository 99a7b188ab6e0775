package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.random.Seed;

/**
 * Predicts rewards by a linear function of the features, learnt by stochastic gradient steps on the squared error: for contexts with so
 * many features that {@code Ridge} is too slow.
 *
 * <pre>
 *   value[a] = x'w_a,   g = x·(value[a] − r),   s ← √(s² + weight·g²),   R = stepSize/s for each coefficient (AdaGrad)
 *   w_a ← w_a + R·x·weight·(r − value[a])/(1 + weight·Σ R·x²)
 * </pre>
 *
 * <p>The step is the implicit one: however large the weight, the features or the step size, the prediction moves towards the reward and
 * not beyond it. Features should be of similar size, and one of them always 1 if rewards have a mean. Knows no widths. The order of
 * rewards matters. Cost: O(K(d + k)) per prediction, O(d + k) per reward; memory: two numbers per coefficient.
 *
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan and Singer (2011), Adaptive subgradient methods for online
 *     learning and stochastic optimization</a>
 * @see <a href="https://icml.cc/Conferences/2010/papers/429.pdf">Kulis and Bartlett (2010), Implicit online learning</a>
 * @param stepSize the length of the first step of a coefficient before the denominator, in units of rewards per feature; finite and
 *     &gt; 0
 * @param layout which coefficients actions share
 */
@Summary("a linear function of the features, learnt by AdaGrad steps: for very many features")
@Stability(MAY_CHANGE)
public record LinearSgd(
        @Default("0.5") double stepSize,
        @Default("disjoint") Layout layout) implements ModelSpec {
    public LinearSgd {
        Require.positive("stepSize", stepSize);
    }

    @Override
    public Model create(int actions, Features features, Seed seed) {
        return new AdaGrad(stepSize, false, true, layout, actions, features);
    }
}
