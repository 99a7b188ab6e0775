package kelvin.decision;

import kelvin.contract.Require;

/** Matches rewards with the decisions in memory: what becomes of a reward, and which ones are due without a call. Used under one lock. */
final class RewardMatching {
    private final RecentDecisions recent;
    private final long maxAge;
    private final long defaultAfter;

    RewardMatching(Settings rules, RecentDecisions recent) {
        this.recent = recent;
        maxAge = SettingsValues.millis(rules.maxAge());
        defaultAfter = rules.defaultAfter() == null ? Long.MAX_VALUE : SettingsValues.millis(rules.defaultAfter());
    }

    /** Rejects settings of rewards that do not go together, or from which nothing could be learned. */
    static void verify(Settings rules, Chooser chooser) {
        if (rules.defaultAfter() != null) {
            Require.that(
                    SettingsValues.millis(rules.defaultAfter()) < SettingsValues.millis(rules.maxAge()),
                    "defaultAfter",
                    rules.defaultAfter(),
                    "< maxAge, " + rules.maxAge());
            chooser.verify(rules.defaultReward());
        }
    }

    /** Returns the outcome that a reward of a decision would have, without changing anything. */
    RewardOutcome classify(int index, long time) {
        if (index < 0) {
            return RewardOutcome.UNKNOWN;
        } else if (recent.rewarded(index)) {
            return recent.defaulted(index) ? RewardOutcome.LATE : RewardOutcome.DUPLICATE;
        }
        return time - recent.time(index) > maxAge ? RewardOutcome.EXPIRED : RewardOutcome.LEARNED;
    }

    /** Returns the index of the oldest decision whose default reward is due, valid until one is added; −1 if there is none. */
    int due(long time) {
        if (defaultAfter == Long.MAX_VALUE) {
            return -1;
        }
        int oldest = recent.oldestPending();
        return oldest >= 0 && time - recent.time(oldest) > defaultAfter ? oldest : -1;
    }
}
