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

    /** Returns the outcome that a reward of a decision would have, without changing anything. */
    RewardOutcome classify(int index, long time) {
        if (index < 0) {
            return RewardOutcome.UNKNOWN;
        } else if (recent.rewarded(index)) {
            return rule.gathers() || recent.defaulted(index) ? RewardOutcome.LATE : RewardOutcome.DUPLICATE;
        }
        long age = time - recent.time(index);
        if (age > maxAge) {
            return RewardOutcome.EXPIRED;
        }
        return rule.gathers() && (age <= settledAfter || recent.gathered(index))
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
