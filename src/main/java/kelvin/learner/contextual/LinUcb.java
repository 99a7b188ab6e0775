package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.policy.Greedy;

/**
 * LinUCB: the largest upper confidence bound of a linear model.
 *
 * <pre>
 *   ContextualLearner(Ridge(regularisation, layout, forgetting), Greedy, Optimistic(bonus))
 * </pre>
 *
 * <p>Cost per step: that of {@link Ridge}'s values, widths and update.
 *
 * @see <a href="https://arxiv.org/abs/1003.0146">Li, Chu, Langford and Schapire (2010), A contextual-bandit approach to personalized
 *     news article recommendation</a>
 * @param regularisation λ; finite and &gt; 0
 * @param bonus α, in units of the width; finite and ≥ 0
 * @param layout which coefficients actions share
 * @param forgetting γ, what is left of a reward's weight after one more decision; in (0, 1]
 */
@Summary("LinUCB: the largest upper confidence bound of a linear model of what is seen")
@Stability(MAY_CHANGE)
public record LinUcb(
        @Default("1") double regularisation,
        @Default("1") double bonus,
        @Default("disjoint") Layout layout,
        @Default("1") double forgetting)
        implements ShortName {
    public LinUcb {
        new Ridge(regularisation, layout, forgetting);
        new Optimistic(bonus);
    }

    @Override
    public ContextualLearner expand() {
        return new ContextualLearner(
                new Ridge(regularisation, layout, forgetting), new Greedy(), new Optimistic(bonus), false);
    }
}
