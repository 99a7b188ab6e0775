package kelvin.decision;

import org.jspecify.annotations.Nullable;

/**
 * A decision that may still be rewarded, or has been.
 *
 * @param decision the decision
 * @param reward what was learned for it; null while nothing was
 */
public record RewardedDecision(Decision decision, @Nullable Double reward) {}
