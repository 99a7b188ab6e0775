package kelvin.decision;

import java.util.Map;
import kelvin.contract.InvalidValue;
import kelvin.decision.Decision.Group;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.memory.DecisionKey;
import kelvin.numeric.Weights;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import org.jspecify.annotations.Nullable;

/** Chooses by a policy over the estimates of arms, or over scores; has no state of its own. */
final class PolicyChooser implements Chooser {
    private final PolicySchedule policy;

    PolicyChooser(PolicySchedule policy) {
        this.policy = policy;
    }

    private View snapshot(Situation now) {
        return new View(policy, now);
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

    /**
     * An immutable snapshot that decisions are drawn from: one version of the values, and the policy in force. Any number
     * of threads read it without a lock. The probabilities are found by whoever wants them first, outside of the lock under
     * which the view was made; the same by all.
     */
    private static final class View implements Ahead {
        private final PolicySchedule policy;
        private final long step;
        private final double[] values;
        private volatile @Nullable Odds odds;

        /** Probabilities and their sum, and how much they lose by the values that they were computed from. */
        private record Odds(double[] probabilities, double sum, double[] values, double best, double loss) {
            static Odds of(Policy policy, double[] values) {
                double[] p = policy.probabilities(values);
                double best = Double.NEGATIVE_INFINITY;
                for (double value : values) {
                    best = Math.max(best, value);
                }
                double loss = 0;
                for (int i = 0; i < p.length; i++) {
                    loss += p[i] > 0 ? p[i] * (best - values[i]) : 0;
                }
                return new Odds(p, Weights.sum(p), values, best, Math.min(loss, Double.MAX_VALUE));
            }

            Choice draw(DecisionKey name) {
                int action = Weights.draw(probabilities, sum, name.draw());
                return new Choice(
                        action, probabilities[action], Group.TREATMENT, values[action] < best, loss, probabilities);
            }
        }

        View(PolicySchedule policy, Situation now) {
            this.policy = policy;
            this.step = now.step();
            this.values = now.values();
        }

        /** Returns the probability of each action; 0 for closed ones. */
        @Override
        public double[] probabilities() {
            return odds().probabilities.clone();
        }

        /** Draws an action: a deterministic function of (id, this snapshot, request), so a replay gives the same action. */
        @Override
        public Choice choose(DecisionKey name, Request request) {
            return (request.isPlain() ? odds() : Odds.of(policy.at(step), request.valuesOver(values))).draw(name);
        }

        private Odds odds() {
            Odds known = odds;
            if (known == null) {
                known = Odds.of(policy.at(step), values);
                odds = known;
            }
            return known;
        }
    }
}
