package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * The direct method: the reward model's prediction for the target, without propensities.
 *
 * <pre>
 *   (1/n) Σ Σ_b π(b)·q̂(b)
 * </pre>
 *
 * <p>Biased by at most the width of the range of rewards times the target's probability of actions that a half of the log never
 * took, and by an unknown amount where the target was learned from the rewards that the model is fitted to, or where the model predicts
 * from contexts. Its interval is by
 * bootstrap alone, with the model fitted anew in each resample: its terms share the model, so no bound for independent terms holds.
 */
@Stability(MAY_CHANGE)
public record DirectMethod() implements Estimator {
    @Override
    public String label() {
        return "direct method";
    }

    @Override
    public double numerator(WeightedDecision decision) {
        return decision.expected();
    }

    @Override
    public Interval bias(WeightedDecision decision, Interval rewards) {
        return rewards.differences().times(decision.unfitted());
    }

    @Override
    public @Nullable String objection(Support support) {
        return support.learned()
                ? "its model is fitted to the rewards that the policy was learnt from"
                : support.contextual() ? "its model may be wrong about what was seen" : null;
    }

    @Override
    public boolean modelled() {
        return true;
    }
}
