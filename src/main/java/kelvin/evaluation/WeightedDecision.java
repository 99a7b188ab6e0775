package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * One logged decision with its importance weight.
 *
 * @param reward the reward of the logged action, r
 * @param weight the importance weight, w = π(a)/propensity
 * @param predicted the reward model's prediction for that action, q̂(a)
 * @param expected the reward model's prediction for the target, Σ π(b)·q̂(b)
 * @param matched whether an action drawn from the target is the one logged
 * @param unlogged the target's probability of actions that the log never took, in [0, 1]
 * @param unfitted the target's probability of actions that the reward model has no reward of, in [unlogged, 1]
 */
@Stability(MAY_CHANGE)
public record WeightedDecision(
        double reward,
        double weight,
        double predicted,
        double expected,
        boolean matched,
        double unlogged,
        double unfitted) {
    /** Returns the same decision under another fit of the reward model. */
    WeightedDecision refitted(double newPredicted, double newExpected) {
        return new WeightedDecision(reward, weight, newPredicted, newExpected, matched, unlogged, unfitted);
    }
}
