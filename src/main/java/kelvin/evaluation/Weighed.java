package kelvin.evaluation;

/**
 * One logged decision as estimators see it.
 *
 * @param reward what the logged action gave, r
 * @param weight how much likelier the target chooses that action, w = π(a)/propensity
 * @param predicted what the reward model says of that action, q̂(a)
 * @param expected what the model says of the target, Σ π(b)·q̂(b)
 * @param matched whether an action drawn from the target is the one logged
 */
public record Weighed(double reward, double weight, double predicted, double expected, boolean matched) {}
