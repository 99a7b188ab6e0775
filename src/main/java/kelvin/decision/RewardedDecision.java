package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;
import kelvin.decision.memory.DecisionKey;
import org.jspecify.annotations.Nullable;

/**
 * A decision that may still be rewarded, or has been.
 *
 * @param decision the decision
 * @param reward what was learned for it, or has been gathered; null while nothing was, and where it shows a slate
 * @param defaulted whether that was the default reward, as none came within the waiting time
 * @param gathered whether the reward is still being gathered, and nothing has been learned from it yet
 * @param items what was learned for actions of its slate, in their order; empty where it shows none
 */
@Stability(MAY_CHANGE)
public record RewardedDecision(
        Decision decision, @Nullable Double reward, boolean defaulted, boolean gathered, List<Item> items) {
    public RewardedDecision {
        items = List.copyOf(items);
    }

    /**
     * The reward of an action of a slate.
     *
     * @param action the action
     * @param reward what was learned for it
     * @param defaulted whether that was the default reward
     */
    public record Item(int action, double reward, boolean defaulted) {
        /** Returns the row of it: action, reward, and true for a default. */
        List<Object> row() {
            return defaulted ? List.of((long) action, reward, true) : List.of((long) action, reward);
        }

        static Item of(Object row) {
            if (row instanceof List<?> list
                    && list.size() >= 2
                    && list.get(0) instanceof Long number
                    && list.get(1) instanceof Double reward) {
                return new Item(Math.toIntExact(number), reward, list.size() > 2);
            }
            throw new IllegalArgumentException("rewards: found " + row + ", must be [action, reward]");
        }
    }

    /**
     * Creates a decision for one action.
     *
     * @param decision the decision
     * @param reward what was learned for it, or has been gathered; null while nothing was
     * @param defaulted whether that was the default reward
     * @param gathered whether the reward is still being gathered
     */
    public RewardedDecision(Decision decision, @Nullable Double reward, boolean defaulted, boolean gathered) {
        this(decision, reward, defaulted, gathered, List.of());
    }

    /**
     * Returns whether a reward is still to come, of any action where there are several.
     *
     * @return true if one is missing
     */
    public boolean pending() {
        Decision.Slate slate = decision.slate();
        return slate == null ? reward == null : items.size() < slate.actions().size();
    }

    /** Adds this decision, with its reward if any, to recent decisions as the newest one. */
    void addTo(RecentDecisions recent, DecisionKey key) {
        recent.add(key, decision);
        int index = recent.find(key);
        int action = decision.actionTaken();
        if (reward != null && gathered) {
            recent.gather(index, reward);
        } else if (reward != null) {
            recent.reward(index, action, reward);
        }
        if (defaulted) {
            recent.markDefaulted(index, action);
        }
        for (Item item : items) {
            recent.reward(index, item.action, item.reward);
            if (item.defaulted) {
                recent.markDefaulted(index, item.action);
            }
        }
    }
}
