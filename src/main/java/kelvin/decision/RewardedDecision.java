package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import kelvin.decision.memory.DecisionKey;
import org.jspecify.annotations.Nullable;

/**
 * A decision that may still be rewarded, or has been.
 *
 * @param decision the decision
 * @param reward what was learned for it, or has been gathered; null while nothing was
 * @param defaulted whether that was the default reward, as none came within the waiting time
 * @param gathered whether the reward is still being gathered, and nothing has been learned from it yet
 */
@Stability(MAY_CHANGE)
public record RewardedDecision(Decision decision, @Nullable Double reward, boolean defaulted, boolean gathered) {
    /** Adds this decision, with its reward if any, to recent decisions as the newest one. */
    void addTo(RecentDecisions recent, DecisionKey key) {
        recent.add(key, decision);
        if (reward != null && gathered) {
            recent.gather(recent.find(key), reward);
        } else if (reward != null) {
            recent.reward(recent.find(key), reward);
        }
        if (defaulted) {
            recent.markDefaulted(recent.find(key));
        }
    }
}
