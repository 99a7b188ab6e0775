package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;
import kelvin.policy.PolicySchedule;

/** The policy under evaluation: a rule that gives each logged decision the probabilities it would have had. */
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
     * Says whether the probabilities of a decision depend on the rewards of the half of the log that it is not in.
     *
     * @return false unless overridden
     */
    default boolean learned() {
        return false;
    }

    /**
     * A policy that goes by the same values at every decision; a schedule counts the decisions of the log from 1.
     *
     * @param policy the rule from values to probabilities
     * @param values the value of each action
     * @return the target
     */
    static Target of(PolicySchedule policy, double... values) {
        double[] fixed = values.clone();
        return (index, decision, out) -> {
            decision.mask(fixed, out);
            policy.at(index + 1L).probabilities(out, out);
        };
    }

    /**
     * A policy that goes by values learned from the log itself, so that it does not see the reward it is judged by: decisions at
     * even places of the log go by the rewards at odd places and the other way round.
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
        RewardModel model = new RewardModel(log, actions);
        double[][] values = {model.shrunkenValues(0), model.shrunkenValues(1)};
        return new Target() {
            @Override
            public void probabilities(int index, LoggedDecision decision, double[] out) {
                decision.mask(values[index & 1], out);
                policy.at(index + 1L).probabilities(out, out);
            }

            @Override
            public boolean learned() {
                return true;
            }
        };
    }
}
