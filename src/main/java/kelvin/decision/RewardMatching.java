package kelvin.decision;

import java.time.Duration;
import kelvin.contract.Require;
import kelvin.decision.memory.RewardRule;

/** Matches rewards with the decisions in memory: what becomes of a reward, and what is due without a call. Used under one lock. */
final class RewardMatching {
    private final RecentDecisions recent;
    private final RewardRule rule;
    private final double defaultReward;
    private final long maxAge;
    private final long settledAfter;
    private final long defaultAfter;

    RewardMatching(Settings rules, RecentDecisions recent) {
        this.recent = recent;
        rule = rules.rewards();
        defaultReward = rules.defaultReward();
        maxAge = SettingsValues.millis(rules.maxAge());
        settledAfter = rule.gathers() ? SettingsValues.millis(rule.settledAfter()) : Long.MIN_VALUE;
        defaultAfter = rules.defaultAfter() == null ? Long.MAX_VALUE : SettingsValues.millis(rules.defaultAfter());
    }

    /** Rejects settings of rewards that do not go together, or from which nothing could be learned. */
    static void verify(Settings rules, Chooser chooser) {
        Require.that(
                rules.slatePolicy() == null || !rules.rewards().gathers(),
                "rewards",
                rules.rewards(),
                RewardRule.FIRST + ", since each action of a slate has one reward");
        if (rules.rewards().gathers()) {
            requireBelowMaxAge("settledAfter", rules.rewards().settledAfter(), rules);
        }
        if (rules.defaultAfter() != null) {
            requireBelowMaxAge("defaultAfter", rules.defaultAfter(), rules);
            chooser.verify(rules.defaultReward());
        }
    }

    private static void requireBelowMaxAge(String name, Duration time, Settings rules) {
        Require.that(
                SettingsValues.millis(time) < SettingsValues.millis(rules.maxAge()),
                name,
                time,
                "< maxAge, " + rules.maxAge());
    }

    /** Returns true where several rewards of a decision are gathered before they are learned: not of slates, of an older rule maybe. */
    private boolean gathers(int index) {
        return rule.gathers() && recent.slate(index) == null;
    }

    /** Returns true unless a decision shows a slate without a given action. */
    boolean mayReward(int index, int action) {
        Decision.Slate slate = recent.slate(index);
        return slate == null || slate.actions().contains(action);
    }

    /** Returns the action that a reward is for: one of the slate that is shown, where it is named (−1 if not), or the one taken. */
    int actionOf(int index, int named) {
        return recent.slate(index) != null && named >= 0 ? named : recent.actionTaken(index);
    }

    /** Returns the action that a reward is for, where one is named (−1 for none), which must be one that the decision took. */
    int action(int index, int named) {
        if (index < 0) {
            return named;
        }
        Decision.Slate slate = recent.slate(index);
        Require.that(
                slate == null || slate.actions().contains(named),
                "action",
                named < 0 ? "none" : named,
                "one of those that decision " + recent.id(index) + " shows, " + (slate == null ? "" : slate.actions()));
        int action = actionOf(index, named);
        Require.that(named < 0 || named == action, "action", named, "the one that the decision took, " + action);
        return action;
    }

    /** Returns the outcome that a reward of an action that a decision took would have, without changing anything. */
    RewardOutcome classify(int index, int action, long time) {
        if (index < 0) {
            return RewardOutcome.UNKNOWN;
        } else if (recent.rewarded(index, action)) {
            return gathers(index) || recent.defaulted(index, action) ? RewardOutcome.LATE : RewardOutcome.DUPLICATE;
        }
        long age = time - recent.time(index);
        if (age > maxAge) {
            return RewardOutcome.EXPIRED;
        }
        return gathers(index) && (age <= settledAfter || recent.gathered(index))
                ? RewardOutcome.GATHERED
                : RewardOutcome.LEARNED;
    }

    /** Returns what the rewards of a decision amount to with one more. */
    double joined(int index, double reward) {
        return recent.gathered(index) ? rule.join(recent.reward(index), reward) : reward;
    }

    /**
     * Returns the index of the oldest decision whose gathered rewards are due, or else of that whose default reward is; valid until one
     * is added; −1 if there is none.
     */
    int due(long time) {
        int gathered = recent.oldestGathered();
        if (gathered >= 0 && time - recent.time(gathered) > settledAfter) {
            return gathered;
        } else if (defaultAfter == Long.MAX_VALUE) {
            return -1;
        }
        int oldest = recent.oldestPending();
        return oldest >= 0 && time - recent.time(oldest) > defaultAfter ? oldest : -1;
    }

    /** Returns the outcome of what is due for a decision. */
    RewardOutcome outcomeDue(int index) {
        return recent.gathered(index) ? RewardOutcome.SETTLED : RewardOutcome.DEFAULTED;
    }

    /** Returns the reward that is due for a decision. */
    double rewardDue(int index) {
        return recent.gathered(index) ? recent.reward(index) : defaultReward;
    }
}
