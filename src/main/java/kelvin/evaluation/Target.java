package kelvin.evaluation;

import java.util.List;
import kelvin.policy.PolicySchedule;

/** What is asked about: a rule that gives each logged decision the probabilities it would have had. */
@FunctionalInterface
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
     * A policy that goes by values learned from the log itself: at each decision by the other half of the log
     * ({@link RewardModel}), so that it does not see the reward it is judged by.
     *
     * @param policy the rule from values to probabilities
     * @param log the log
     * @param actions how many actions there are
     * @return the target
     */
    static Target learned(PolicySchedule policy, List<LoggedDecision> log, int actions) {
        RewardModel model = new RewardModel(log, actions);
        return (index, decision, out) -> {
            decision.mask(model.values(index), out);
            policy.at(index + 1L).probabilities(out, out);
        };
    }
}
