package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.policy.Greedy;

/**
 * Linear Thompson sampling: the best action by one joint draw of a linear model's coefficients.
 *
 * <pre>
 *   ContextualLearner(Ridge(regularisation, layout, forgetting), Greedy, Sampled(scale))
 * </pre>
 *
 * <p>Has no probabilities in closed form: where they are needed, write the long form with {@link Draws}. Cost per step: that of {@link
 * Ridge}'s draw and update.
 *
 * @see <a href="https://arxiv.org/abs/1209.3352">Agrawal and Goyal (2013), Thompson sampling for contextual bandits with linear
 *     payoffs</a>
 * @param regularisation λ; finite and &gt; 0
 * @param scale v, what standard deviations are multiplied by; finite and ≥ 0
 * @param layout which coefficients actions share
 * @param forgetting γ, what is left of a reward's weight after one more decision; in (0, 1]
 */
@Summary("linear Thompson sampling: the best arm by one draw of a linear model of what is seen")
@Stability(MAY_CHANGE)
public record LinTs(
        @Default("1") double regularisation,
        @Default("1") double scale,
        @Default("disjoint") Layout layout,
        @Default("1") double forgetting)
        implements ShortName {
    public LinTs {
        new Ridge(regularisation, layout, forgetting);
        new Sampled(scale);
    }

    @Override
    public ContextualLearner expand() {
        return new ContextualLearner(
                new Ridge(regularisation, layout, forgetting), new Greedy(), new Sampled(scale), false);
    }
}
