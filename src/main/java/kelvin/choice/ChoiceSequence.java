package kelvin.choice;

import java.util.Arrays;
import java.util.List;
import kelvin.contract.Require;

/**
 * What one chooser did, in order.
 *
 * @param actions how many actions there were; at least 2
 * @param choices the action of each choice, in [0, actions); at least one
 * @param rewards what each gave; finite, as many as choices
 */
public record ChoiceSequence(int actions, List<Integer> choices, List<Double> rewards) {
    /**
     * Checks the ranges and copies the lists.
     *
     * @param actions how many actions there were; at least 2
     * @param choices the action of each choice, in [0, actions); at least one
     * @param rewards what each gave; finite, as many as choices
     */
    public ChoiceSequence {
        Require.atLeast("actions", 2, actions);
        choices = List.copyOf(choices);
        rewards = List.copyOf(rewards);
        Require.that(!choices.isEmpty(), "choices", "none", "at least one");
        Require.that(
                rewards.size() == choices.size(), "rewards", rewards.size(), "as many as choices, " + choices.size());
        for (int choice : choices) {
            Require.that(choice >= 0 && choice < actions, "choices", choice, "in [0, " + (actions - 1) + "]");
        }
        rewards.forEach(reward -> Require.finite("rewards", reward));
    }

    /** The rewards that each action gave; those of all actions for one that was never chosen. */
    double[][] rewardsByAction() {
        double[][] byAction = new double[actions][];
        for (int action = 0; action < actions; action++) {
            byAction[action] = rewardsOf(action);
            if (byAction[action].length == 0) {
                byAction[action] =
                        rewards.stream().mapToDouble(reward -> reward).toArray();
            }
        }
        return byAction;
    }

    private double[] rewardsOf(int action) {
        double[] own = new double[choices.size()];
        int count = 0;
        for (int i = 0; i < own.length; i++) {
            if (choices.get(i) == action) {
                own[count++] = rewards.get(i);
            }
        }
        return Arrays.copyOf(own, count);
    }

    /** How far rewards lie from their mean, by and large; 1 where they are all equal. */
    double spread() {
        double mean = rewards.stream().mapToDouble(reward -> reward).average().orElse(0);
        double squares = rewards.stream()
                .mapToDouble(reward -> (reward - mean) * (reward - mean))
                .average()
                .orElse(0);
        return squares > 0 ? Math.sqrt(squares) : 1;
    }
}
