package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Layout;
import kelvin.model.Logistic;
import kelvin.policy.Greedy;

/**
 * Logistic Thompson sampling: the best action by one joint draw of a logistic model's coefficients. For rewards in [0, 1].
 *
 * <pre>
 *   ContextualLearner(Logistic(regularisation, layout), Greedy, Sampled(scale))
 * </pre>
 *
 * <p>Has no probabilities in closed form: where they are needed, write the long form with {@link Draws}. Cost per step: that of {@link
 * Logistic}'s draw and update.
 *
 * @see <a href="https://proceedings.neurips.cc/paper/2011/hash/e53a0a2978c28872a4505bdb51db06dc-Abstract.html">Chapelle and Li (2011),
 *     An empirical evaluation of Thompson sampling</a>
 * @param regularisation λ; finite and &gt; 0
 * @param scale what standard deviations are multiplied by; finite and ≥ 0
 * @param layout which coefficients actions share
 */
@Summary("logistic Thompson sampling: the best arm by one draw of a logistic model of what is seen; rewards in [0, 1]")
@Stability(MAY_CHANGE)
public record LogisticTs(
        @Default("1") double regularisation,
        @Default("1") double scale,
        @Default("disjoint") Layout layout) implements ShortName {
    public LogisticTs {
        new Logistic(regularisation, layout);
        new Sampled(scale);
    }

    @Override
    public ContextualLearner expand() {
        return new ContextualLearner(new Logistic(regularisation, layout), new Greedy(), new Sampled(scale), false);
    }
}
