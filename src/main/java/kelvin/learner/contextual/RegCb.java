package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.ModelSpec;
import kelvin.policy.Greedy;
import kelvin.policy.Uniform;

/**
 * RegCB: confidence bounds of a model's predictions, used in one of two ways.
 *
 * <pre>
 *   optimistic:   ContextualLearner(model, Greedy, Optimistic(bonus))
 *   elimination:  ContextualLearner(model, Uniform, Plausible(bonus))
 * </pre>
 *
 * <p>The bounds of the paper come from the set of all regressors of small loss; here they are the widths of the model, which for a
 * linear one are the same up to the factor. Cost per step: that of the model's values, widths and update.
 *
 * @see <a href="https://arxiv.org/abs/1803.01088">Foster, Agarwal, Dudík, Luo and Schapire (2018), Practical contextual bandits with
 *     regression oracles</a>
 * @param model what predicts; it must know how sure it is
 * @param bonus b, in units of the width; finite and ≥ 0
 * @param elimination whether all actions that may still be the best are chosen alike, and not the most promising one
 */
@Summary("RegCB: the largest confidence bound of a model, or any arm whose bounds let it still be the best")
@Stability(MAY_CHANGE)
public record RegCb(
        @Default("{Ridge: {}}") ModelSpec model,
        @Default("1") double bonus,
        @Default("false") boolean elimination) implements ShortName {
    public RegCb {
        new Optimistic(bonus).check(model);
    }

    @Override
    public ContextualLearner expand() {
        return elimination
                ? new ContextualLearner(model, new Uniform(), new Plausible(bonus), false)
                : new ContextualLearner(model, new Greedy(), new Optimistic(bonus), false);
    }
}
