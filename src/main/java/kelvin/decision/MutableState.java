package kelvin.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kelvin.contract.Require;

/** The books of one decision maker: what live calls and the lines of a journal both end up changing. Used under one lock. */
final class MutableState {
    private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);

    private final Settings rules;
    private final long maxAge;
    private final long maxBytes;
    private final int remembered;
    private final List<ActionEstimate> arms;
    private final RecentDecisions memory = new RecentDecisions();
    private DecisionCounts counts;
    private long outnumbered;
    private long outdated;
    private long outweighed;
    private String policy;
    private long version;
    private long decisions;

    MutableState(Settings rules, State state) {
        this.rules = rules;
        maxAge = rules.maxAge().compareTo(LONGEST) < 0 ? rules.maxAge().toMillis() : Long.MAX_VALUE;
        maxBytes = rules.maxBytes();
        remembered = rules.remembered();
        arms = new ArrayList<>(state.arms());
        policy = state.policy();
        version = state.version();
        decisions = state.decisions();
        counts = state.counts();
        for (RewardedDecision each : state.remembered()) {
            DecisionKey name = name(each.decision().id());
            memory.add(name, each.decision());
            if (each.reward() != null) {
                memory.reward(memory.find(name), each.reward());
            }
        }
    }

    State state() {
        return new State(rules.seed(), policy, version, decisions, counts(), arms, memory.all());
    }

    DecisionCounts counts() {
        return counts.andForgotten(outnumbered, outdated, outweighed);
    }

    /** What the next decision is drawn from. */
    PolicySnapshot view() {
        return new PolicySnapshot(version, rules.policy(), decisions + 1, arms);
    }

    /** What it would be drawn from if an arm were changed, or the next one added; found to have probabilities. */
    PolicySnapshot tried(int action, ActionEstimate arm) {
        List<ActionEstimate> changed = new ArrayList<>(arms);
        put(changed, action, arm);
        return new PolicySnapshot(version + 1, rules.policy(), decisions + 1, changed).tried();
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

    /** Whether an arm other than this one is open. */
    boolean openBesides(int action) {
        BitSet others = open();
        others.clear(action);
        return !others.isEmpty();
    }

    /** The open arms. */
    BitSet open() {
        BitSet open = new BitSet();
        for (int i = 0; i < arms.size(); i++) {
            open.set(i, arms.get(i).open());
        }
        return open;
    }

    DecisionKey name(String id) {
        return DecisionKey.of(rules.seed(), id);
    }

    /** Where a decision is remembered until the next one is; −1 if it is not. */
    int find(DecisionKey name) {
        return memory.find(name);
    }

    Decision decision(int place) {
        return memory.decision(place);
    }

    int action(int place) {
        return memory.action(place);
    }

    /** Puts the rules' policy in force, which must be able to choose: it is asked before anything is written. */
    PolicySnapshot start() {
        String text = rules.policy().toString();
        Require.wholeCharacters("policy", text);
        go(text);
        return view().tried();
    }

    long step(int place) {
        return memory.step(place);
    }

    /** Another policy makes another version, since the same values would be drawn from differently. */
    void go(String newPolicy) {
        if (!newPolicy.equals(policy)) {
            policy = newPolicy;
            version++;
        }
    }

    /** Goes on from numbers that a journal tells, where lines before them are lost. */
    void skipTo(long decisionsThen, long versionThen) {
        decisions = decisionsThen;
        version = versionThen;
    }

    void remember(DecisionKey name, Decision decision) {
        decisions = decision.step();
        memory.add(name, decision);
        if (memory.size() > remembered || memory.bytes() > maxBytes || decision.time() - memory.oldestTime() > maxAge) {
            forget(decision.time());
        }
    }

    /** Forgets the oldest as long as a bound is exceeded, and counts those without a reward by the first that is. */
    private void forget(long time) {
        while (time - memory.oldestTime() > maxAge) {
            outdated += memory.forget() ? 0 : 1;
        }
        while (memory.bytes() > maxBytes && memory.size() > 1) {
            outweighed += memory.forget() ? 0 : 1;
        }
        while (memory.size() > remembered) {
            outnumbered += memory.forget() ? 0 : 1;
        }
    }

    /** What a reward would be for the decision at a place, without changing anything. */
    RewardOutcome judge(int place, long time) {
        if (place < 0) {
            return RewardOutcome.UNKNOWN;
        } else if (memory.rewarded(place)) {
            return RewardOutcome.DUPLICATE;
        }
        return time - memory.time(place) > maxAge ? RewardOutcome.EXPIRED : RewardOutcome.LEARNED;
    }

    void count(RewardOutcome outcome) {
        counts = counts.and(outcome);
    }

    /** The arm of a decision as it will be with a reward. */
    ActionEstimate taught(int action, double reward) {
        return arms.get(action).learn(reward, rules.stepSize());
    }

    /** Learns a reward of the decision at a place, or of one that is not remembered, as a journal may hold. */
    void learn(int place, double reward, int action, ActionEstimate taught) {
        if (place >= 0) {
            memory.reward(place, reward);
        }
        count(RewardOutcome.LEARNED);
        put(action, taught);
    }

    /** Changes an arm, or adds the next one. */
    void put(int action, ActionEstimate arm) {
        put(arms, action, arm);
        version++;
    }

    private static void put(List<ActionEstimate> arms, int action, ActionEstimate arm) {
        if (action == arms.size()) {
            arms.add(arm);
        } else {
            arms.set(action, arm);
        }
    }
}
