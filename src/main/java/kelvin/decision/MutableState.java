package kelvin.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kelvin.contract.Require;
import kelvin.decision.memory.DecisionKey;

/** The mutable state of one decision maker, changed alike by live calls and by the replay of a journal. Used under one lock. */
final class MutableState {
    private final Settings rules;
    private final long maxAge;
    private final RewardMatching rewards;
    private final long maxBytes;
    private final int remembered;
    private final List<ActionEstimate> arms;
    private final Chooser chooser;
    private final RecentDecisions recent;
    private final Guards.Tally explored;
    private DecisionCounts counts;
    private long evictedByNumber;
    private long evictedByAge;
    private long evictedByBytes;
    private String policy;
    private int stopped;
    private long version;
    private long decisions;

    MutableState(Settings rules, State state) {
        this.rules = rules;
        maxAge = SettingsValues.millis(rules.maxAge());
        maxBytes = rules.maxBytes();
        arms = new ArrayList<>(state.arms());
        chooser = Chooser.of(rules, arms.size());
        remembered = Math.min(rules.remembered(), chooser.capacity());
        recent = new RecentDecisions(chooser.bytesPerDecision());
        rewards = new RewardMatching(rules, recent);
        policy = state.policy();
        if (state.learner() != null && RecordedSettings.decides(policy, Chooser.text(rules))) {
            chooser.load(state.learner());
        }
        stopped = state.stopped();
        version = state.version();
        decisions = state.decisions();
        counts = state.counts();
        explored = new Guards.Tally(state.explored());
        for (RewardedDecision each : state.remembered()) {
            each.addTo(recent, name(each.decision().id()));
        }
    }

    State state() {
        return new State(
                rules.seed(),
                policy,
                version,
                decisions,
                counts(),
                arms,
                recent.all(),
                stopped,
                chooser.saved(),
                explored.counts());
    }

    Settings rules() {
        return rules;
    }

    DecisionCounts counts() {
        return counts.andForgotten(evictedByNumber, evictedByAge, evictedByBytes);
    }

    /** Returns the number of decisions evicted without a reward since this object was made. */
    long evicted() {
        return evictedByNumber + evictedByAge + evictedByBytes;
    }

    /** Counts the exploration by a decision, unless another system acted. */
    void explore(Decision decision, boolean explores, double expectedLoss) {
        if (decision.acted() == null) {
            explored.add(decision.group(), explores, expectedLoss);
        }
    }

    Guards.Tally explored() {
        return explored;
    }

    /** Returns the matching of rewards with the decisions in memory. */
    RewardMatching rewards() {
        return rewards;
    }

    /** Returns the decisions in memory. */
    RecentDecisions recent() {
        return recent;
    }

    Chooser chooser() {
        return chooser;
    }

    /** Returns the estimates that the next decision is made by. */
    Chooser.Situation now() {
        return new Chooser.Situation(version, decisions + 1, arms, stopped);
    }

    /** Rejects a change of an arm, or a further arm, that would leave the chooser unable to choose. */
    void verifyArm(int action, ActionEstimate arm) {
        List<ActionEstimate> changed = new ArrayList<>(arms);
        ActionEstimate.put(changed, action, arm);
        verifyArms(changed);
    }

    /** Rejects arms that would leave the chooser unable to choose. */
    void verifyArms(List<ActionEstimate> changed) {
        ActionEstimate.requireDistinctNames(changed);
        chooser.verify(new Chooser.Situation(version + 1, decisions + 1, changed, stopped));
    }

    long version() {
        return version;
    }

    long decisions() {
        return decisions;
    }

    String policy() {
        return policy;
    }

    int arms() {
        return arms.size();
    }

    ActionEstimate arm(int action) {
        return arms.get(action);
    }

    /** Returns the open arms. */
    BitSet open() {
        return ActionEstimate.open(arms);
    }

    DecisionKey name(String id) {
        return DecisionKey.of(rules.seed(), id);
    }

    /** Returns the index of a decision, valid until the next one is added; −1 if it is not in memory. */
    int find(DecisionKey name) {
        return recent.find(name);
    }

    /** Returns a decision that is asked for once more, by its slot; refuses where its action is no longer allowed. */
    Decision again(int slot, Request request) {
        Decision decision = recent.decision(recent.index(slot));
        request.verifyRepeated(decision, arms);
        return decision;
    }

    /** Returns the action that every decision is while the kill switch is on; −1 while it is off. */
    int stopped() {
        return stopped;
    }

    /** Turns the kill switch on, at an action, or off, which makes a new version. */
    void stop(int action) {
        stopped = action;
        version++;
    }

    /** Puts the policy of the settings in force, after verifying that it can choose, before anything is written. */
    void usePolicyOfSettings() {
        String text = RecordedSettings.of(rules).policy();
        Require.wholeCharacters(rules.learner() == null ? "policy" : "learner", text);
        RewardMatching.verify(rules, chooser);
        ActionEstimate.requireDistinctNames(arms);
        usePolicy(text);
        chooser.verify(now());
    }

    /** Switches the policy, which makes a new version: the same values would be drawn from differently. */
    void usePolicy(String newPolicy) {
        if (!newPolicy.equals(policy)) {
            policy = newPolicy;
            version++;
        }
    }

    /** Continues from the numbers of a journal whose earlier lines are lost. */
    void skipTo(long decisionsThen, long versionThen) {
        decisions = decisionsThen;
        version = versionThen;
    }

    void add(DecisionKey name, Decision decision) {
        add(name, recent.slot(name), decision);
    }

    void add(DecisionKey name, int slot, Decision decision) {
        decisions = decision.step();
        recent.add(name, slot, decision);
        if (recent.size() > remembered || recent.bytes() > maxBytes || decision.time() - recent.oldestTime() > maxAge) {
            evict(decision.time());
        }
    }

    /**
     * Evicts the oldest decisions while a bound is exceeded, and counts those without a reward by the first such bound.
     */
    private void evict(long time) {
        while (time - recent.oldestTime() > maxAge) {
            evictedByAge += evicted(recent.evict());
        }
        while (recent.bytes() > maxBytes && recent.size() > 1) {
            evictedByBytes += evicted(recent.evict());
        }
        while (recent.size() > remembered) {
            evictedByNumber += evicted(recent.evict());
        }
    }

    /** Lets the chooser forget the oldest decision; returns 1 if it had no reward. */
    private int evicted(boolean rewarded) {
        if (!rewarded) {
            chooser.forget(recent.lastEvicted());
        }
        return rewarded ? 0 : 1;
    }

    private void count(RewardOutcome outcome) {
        counts = counts.and(outcome);
    }

    /** Returns the arm of a decision, updated by a reward. */
    ActionEstimate updated(int action, double reward) {
        return arms.get(action).learn(reward, rules.stepSize());
    }

    /** Returns the estimate that a reward would lead to; rejects a reward from which nothing could be learned. */
    ActionEstimate verified(int action, double reward) {
        chooser.verify(reward);
        return updated(action, reward);
    }

    /** Learns a reward of the decision at an index, or of one that is no longer in memory, as a journal may hold. */
    void learn(
            int index,
            DecisionKey key,
            long step,
            double reward,
            RewardOutcome outcome,
            int action,
            ActionEstimate updated) {
        if (index < 0 || recent.isOwn(index)) {
            chooser.learn(key, step, action, reward);
        } else {
            chooser.forget(step);
        }
        if (index >= 0) {
            recent.reward(index, action, reward);
            if (outcome == RewardOutcome.DEFAULTED) {
                recent.markDefaulted(index, action);
            }
        }
        count(outcome);
        put(action, updated);
    }

    /** Takes a reward that is not learned, of the decision at an index, −1 where it is not in memory: gathers or just counts it. */
    void takeNotLearned(int index, double reward, RewardOutcome outcome) {
        if (outcome == RewardOutcome.GATHERED && index >= 0) {
            recent.gather(index, rewards.joined(index, reward));
        }
        count(outcome);
    }

    /** Changes an arm, or adds the next one. */
    void put(int action, ActionEstimate arm) {
        ActionEstimate.put(arms, action, arm);
        version++;
    }
}
