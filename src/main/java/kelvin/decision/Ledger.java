package kelvin.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.policy.Policy;
import org.jspecify.annotations.Nullable;

/** The books of one decision maker: what live calls and the lines of a journal both end up changing. Used under one lock. */
final class Ledger {
    private final Rules rules;
    private final List<Arm> arms;
    private final Map<String, Remembered> memory = new LinkedHashMap<>();
    private String policy;
    private long version;
    private long decisions;
    private Counts counts;

    Ledger(Rules rules, State state) {
        this.rules = rules;
        arms = new ArrayList<>(state.arms());
        policy = state.policy();
        version = state.version();
        decisions = state.decisions();
        counts = state.counts();
        state.remembered().forEach(each -> memory.put(each.decision().id(), each));
    }

    State state() {
        return new State(rules.seed(), policy, version, decisions, counts, arms, List.copyOf(memory.values()));
    }

    /** What the next decision is drawn from. */
    View view() {
        Policy inForce = rules.policy().at(decisions + 1);
        return new View(version, inForce, arms);
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

    Counts counts() {
        return counts;
    }

    int arms() {
        return arms.size();
    }

    Arm arm(int action) {
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

    @Nullable
    Remembered remembered(String id) {
        return memory.get(id);
    }

    /** Another policy makes another version, since the same values would be drawn from differently. */
    void go(String newPolicy) {
        if (!newPolicy.equals(policy)) {
            policy = newPolicy;
            version++;
        }
    }

    void remember(Decision decision) {
        decisions = decision.step();
        memory.put(decision.id(), new Remembered(decision, null));
        if (memory.size() > rules.remembered()) {
            Iterator<Remembered> oldest = memory.values().iterator();
            if (oldest.next().reward() == null) {
                counts = counts.andForgotten();
            }
            oldest.remove();
        }
    }

    /** What a reward would be, without changing anything. */
    Outcome judge(String id, long time) {
        Remembered known = memory.get(id);
        if (known == null) {
            return Outcome.UNKNOWN;
        } else if (known.reward() != null) {
            return Outcome.DUPLICATE;
        }
        boolean late = time - known.decision().time() > rules.maxAge().toMillis();
        return late ? Outcome.EXPIRED : Outcome.LEARNED;
    }

    void count(Outcome outcome) {
        counts = counts.and(outcome);
    }

    /** The arm of a decision as it will be with a reward. */
    Arm taught(int action, double reward) {
        return arms.get(action).learn(reward, rules.stepSize());
    }

    void learn(String id, double reward, int action, Arm taught) {
        memory.computeIfPresent(id, (same, known) -> new Remembered(known.decision(), reward));
        count(Outcome.LEARNED);
        put(action, taught);
    }

    /** Changes an arm, or adds the next one. */
    void put(int action, Arm arm) {
        if (action == arms.size()) {
            arms.add(arm);
        } else {
            arms.set(action, arm);
        }
        version++;
    }
}
