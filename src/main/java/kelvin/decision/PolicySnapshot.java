package kelvin.decision;

import kelvin.decision.Decision.Acted;
import kelvin.decision.Decision.Group;
import kelvin.numeric.Weights;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot that decisions are drawn from: one version of the values, and the policy in force. Any number
 * of threads read it without a lock. The probabilities are found by whoever wants them first, outside of the lock under
 * which the view was made; the same by all.
 */
final class PolicySnapshot implements Chooser.Ahead {
    private final PolicySchedule policy;
    private final long step;
    private final double[] values;
    private volatile @Nullable Odds odds;

    /**
     * An action and its probability, with what decided.
     *
     * @param exploring whether it is not one of the best by the values that a policy chose by
     * @param loss the expected loss of the choice against the best by these values, in reward units
     */
    record Choice(int action, double propensity, Group group, boolean exploring, double loss) {
        /** Creates the choice of a learner, whose values are its own. */
        Choice(int action, double propensity) {
            this(action, propensity, Group.TREATMENT, false, 0);
        }

        Choice in(Group other) {
            return new Choice(action, propensity, other, exploring, loss);
        }

        /** Returns the decision of a step that was chosen in a version of the state. */
        Decision decision(String id, long version, long step, long time, @Nullable Acted acted) {
            return new Decision(id, action, propensity, version, step, time, group, acted);
        }
    }

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
            return new Odds(p, Weights.sum(p), values, best, loss);
        }

        Choice draw(DecisionKey name) {
            int action = Weights.draw(probabilities, sum, name.draw());
            return new Choice(action, probabilities[action], Group.TREATMENT, values[action] < best, loss);
        }
    }

    PolicySnapshot(PolicySchedule policy, Chooser.Situation now) {
        this.policy = policy;
        this.step = now.step();
        this.values = values(now);
    }

    /** Returns the estimates, with −∞ for closed arms. */
    static double[] values(Chooser.Situation now) {
        double[] values = new double[now.arms().size()];
        for (int i = 0; i < values.length; i++) {
            ActionEstimate arm = now.arms().get(i);
            values[i] = arm.open() ? arm.value() : Double.NEGATIVE_INFINITY;
        }
        return values;
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
