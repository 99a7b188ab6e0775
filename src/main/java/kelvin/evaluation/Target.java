package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.OutsideCheck;
import kelvin.contract.Stability;
import kelvin.model.Model;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;

/**
 * The target policy of an off-policy evaluation: the probabilities that it assigns to the actions of each logged
 * decision.
 */
@FunctionalInterface
@Stability(MAY_CHANGE)
public interface Target {
    /**
     * Writes the probabilities of one decision.
     *
     * @param index which decision of the log, from 0
     * @param decision the decision
     * @param out receives the probability of each action
     */
    void probabilities(int index, LoggedDecision decision, double[] out);

    /**
     * Returns true if the probabilities of a decision depend on the rewards of the other half of the log.
     *
     * @return false unless overridden
     */
    default boolean learned() {
        return false;
    }

    /**
     * Returns whether the target decides by the contexts of the log.
     *
     * @return true if so; estimates by a model that sees none are then biased by what it cannot see
     */
    default boolean contextual() {
        return false;
    }

    /**
     * Returns a target whose policy uses the same values at every decision; a schedule counts the decisions of the log
     * from 1.
     *
     * @param policy the rule from values to probabilities
     * @param values the value of each action
     * @return the target
     */
    static Target of(PolicySchedule policy, double... values) {
        double[] fixed = values.clone();
        return (index, decision, out) -> {
            decision.mask(fixed, out);
            decide(policy.at(index + 1L), out);
        };
    }

    /**
     * Returns a target whose policy decides by what a fitted model predicts from each context; a schedule counts the decisions of the
     * log from 1.
     *
     * @param policy the rule from values to probabilities
     * @param model the model; not changed, and not to be while the target is used
     * @param contexts the contexts of the log, with the features of the model
     * @return the target, for one thread
     */
    static Target of(PolicySchedule policy, Model model, LogContexts contexts) {
        return new ModelTarget(policy, contexts, model, model, false);
    }

    /**
     * Returns a target whose values are learned from the log by cross-fitting: decisions at even indices use the
     * rewards at odd ones and vice versa, so that no reward is used to judge itself.
     *
     * <pre>
     *   value of a = (Σ rewards of a + r̄) / (rewards of a + 1),   r̄ = mean reward of that half
     * </pre>
     *
     * @param policy the rule from values to probabilities
     * @param log the log
     * @param actions how many actions there are
     * @return the target
     */
    static Target learned(PolicySchedule policy, List<LoggedDecision> log, int actions) {
        return learned(policy, DecisionStream.of(log), actions);
    }

    /**
     * Returns the same target for a log that need not fit in memory, which is read once.
     *
     * @param policy the rule from values to probabilities
     * @param log the log
     * @param actions how many actions there are
     * @return the target
     */
    static Target learned(PolicySchedule policy, DecisionStream log, int actions) {
        ActionMeans model = ActionMeans.of(log, actions);
        double[][] values = {model.shrunkenValues(0), model.shrunkenValues(1)};
        return new Target() {
            @Override
            public void probabilities(int index, LoggedDecision decision, double[] out) {
                decision.mask(values[index & 1], out);
                decide(policy.at(index + 1L), out);
            }

            @Override
            public boolean learned() {
                return true;
            }
        };
    }

    /** Turns values into probabilities, and checks those of a policy that is a user's own. */
    private static void decide(Policy policy, double[] values) {
        policy.probabilities(values, values);
        if (OutsideCheck.outside(policy)) {
            OutsideCheck.distribution(policy, "probabilities", values);
        }
    }
}
