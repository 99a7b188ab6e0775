package kelvin.decision;

import java.util.List;
import kelvin.numeric.Weights;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot that decisions are drawn from: one version of the values, and the policy in force. Any number
 * of threads read it without a lock. The probabilities are found by whoever wants them first, outside of the lock under
 * which the view was made; the same by all.
 */
final class PolicySnapshot {
    private final long version;
    private final PolicySchedule policy;
    private final long step;
    private final double[] values;
    private volatile @Nullable Odds odds;

    /** An action and its probability. */
    record Choice(int action, double propensity) {}

    /** Probabilities and their sum. */
    private record Odds(double[] probabilities, double sum) {
        static Odds of(Policy policy, double[] values) {
            double[] p = policy.probabilities(values);
            return new Odds(p, Weights.sum(p));
        }
    }

    PolicySnapshot(long version, PolicySchedule policy, long step, List<ActionEstimate> arms) {
        this.version = version;
        this.policy = policy;
        this.step = step;
        this.values = new double[arms.size()];
        for (int i = 0; i < values.length; i++) {
            ActionEstimate arm = arms.get(i);
            values[i] = arm.open() ? arm.value() : Double.NEGATIVE_INFINITY;
        }
    }

    long version() {
        return version;
    }

    /** Returns the probability of each action; 0 for closed ones. */
    double[] probabilities() {
        return odds().probabilities.clone();
    }

    /** Draws an action: a deterministic function of (id, this snapshot, request), so a replay gives the same action. */
    Choice choose(DecisionKey name, Request request) {
        Odds all = request.isPlain() ? odds() : Odds.of(policy.at(step), request.valuesOver(values));
        int action = Weights.draw(all.probabilities, all.sum, name.draw());
        return new Choice(action, all.probabilities[action]);
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
