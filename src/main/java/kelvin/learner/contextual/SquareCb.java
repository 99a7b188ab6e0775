package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.ModelSpec;
import kelvin.policy.Annealed;
import kelvin.policy.gap.InverseGap;
import kelvin.schedule.SqrtPlays;

/**
 * SquareCB: inverse gap weighting of a model's predictions, sharper with every decision.
 *
 * <pre>
 *   ContextualLearner(model, InverseGap(sharpness·√(t − 1)), Mean)
 * </pre>
 *
 * <p>Needs no widths. The first decision is uniform. Cost per step: that of the model's values and update, and a small
 * object for the policy of that step.
 *
 * @see <a href="https://proceedings.mlr.press/v119/foster20a.html">Foster and Rakhlin (2020), Beyond UCB: optimal and efficient
 *     contextual bandits with regression oracles</a>
 * @param model what predicts
 * @param sharpness γ₀, per reward unit; in [0, 1e298]
 */
@Summary("SquareCB: inverse gap weighting of what a model predicts, sharper with every decision")
@Stability(MAY_CHANGE)
public record SquareCb(
        @Default("{Ridge: {}}") ModelSpec model,
        @Default("1") double sharpness) implements ShortName {
    public SquareCb {
        Require.that(sharpness >= 0 && sharpness <= SqrtPlays.MAX_SCALE, "sharpness", sharpness, "in [0, 1e298]");
    }

    @Override
    public ContextualLearner expand() {
        return new ContextualLearner(model, new Annealed(new InverseGap(0), "sharpness", new SqrtPlays(sharpness)));
    }
}
