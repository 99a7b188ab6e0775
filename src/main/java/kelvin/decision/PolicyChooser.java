package kelvin.decision;

import java.util.Map;
import kelvin.contract.InvalidValue;
import kelvin.decision.PolicySnapshot.Choice;
import kelvin.decision.journal.JsonMembers;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import org.jspecify.annotations.Nullable;

/** Chooses by a policy over the estimates of arms, or over scores; has no state of its own. */
final class PolicyChooser implements Chooser {
    private final PolicySchedule policy;

    PolicyChooser(PolicySchedule policy) {
        this.policy = policy;
    }

    private PolicySnapshot snapshot(Situation now) {
        return new PolicySnapshot(policy, now);
    }

    @Override
    public @Nullable Ahead ahead(Situation now) {
        return policy instanceof Policy ? snapshot(now) : null;
    }

    @Override
    public Choice choose(Situation now, DecisionKey key, Request request) {
        return snapshot(now).choose(key, request);
    }

    @Override
    public @Nullable Choice rechoose(Situation now, DecisionKey key, Request request) {
        return null;
    }

    @Override
    public double[] probabilities(Situation now) {
        return snapshot(now).probabilities();
    }

    @Override
    public void verify(Situation now) {
        snapshot(now).probabilities();
    }

    @Override
    public void verify(double reward) {}

    @Override
    public void learn(DecisionKey key, long step, int action, double reward) {}

    @Override
    public void forget(long step) {}

    @Override
    public int capacity() {
        return RecentDecisions.MAX_DECISIONS;
    }

    @Override
    public int bytesPerDecision() {
        return 0;
    }

    @Override
    public Request request(JsonMembers line) {
        return StateTree.request(line);
    }

    @Override
    public @Nullable Map<String, Object> saved() {
        return null;
    }

    @Override
    public void load(Map<String, Object> tree) {
        throw new InvalidValue("learner", "a state", "absent, as the policy has none");
    }
}
