package kelvin.choice;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * The trials of one chooser, in order.
 *
 * <p>A trial without a choice ({@link #MISSED}) is not in the likelihood but takes its time: unchosen values are forgotten as in
 * any other trial, and no choice counts as the last one in the trial after it. A choice whose reward is not known ({@code NaN}) is
 * in the likelihood, and its value stays as it is.
 *
 * @param actions how many actions there were, chosen or not; at least 2
 * @param choices the action of each trial, in [0, actions), or {@link #MISSED}; at least one is not missed
 * @param rewards the reward of each trial; finite, or {@code NaN} where it is not known; as many as choices
 * @param starts the trials at which sessions begin, where values return to their initial value; increasing from 0
 */
@Stability(MAY_CHANGE)
public record ChoiceSequence(int actions, List<Integer> choices, List<Double> rewards, List<Integer> starts) {
    /** The value that stands for the choice of a trial in which none was made. */
    public static final int MISSED = -1;

    public ChoiceSequence {
        Require.atLeast("actions", 2, actions);
        choices = List.copyOf(choices);
        rewards = List.copyOf(rewards);
        starts = List.copyOf(starts);
        Require.that(
                choices.stream().anyMatch(choice -> choice != MISSED),
                "choices",
                choices.isEmpty() ? "none" : "only missed ones",
                "at least one");
        Require.that(
                rewards.size() == choices.size(), "rewards", rewards.size(), "as many as choices, " + choices.size());
        for (int choice : choices) {
            Require.that(choice >= MISSED && choice < actions, "choices", choice, "in [0, " + (actions - 1) + "]");
        }
        for (double reward : rewards) {
            Require.that(!Double.isInfinite(reward), "rewards", reward, "finite, or NaN where it is not known");
        }
        Require.that(increase(starts, choices.size()), "starts", starts, "increasing, from 0 to a trial there is");
    }

    /**
     * Creates a sequence of a single session.
     *
     * @param actions how many actions there were, chosen or not; at least 2
     * @param choices the action of each trial, in [0, actions), or {@link #MISSED}; at least one is not missed
     * @param rewards the reward of each trial; finite, or {@code NaN} where it is not known; as many as choices
     */
    public ChoiceSequence(int actions, List<Integer> choices, List<Double> rewards) {
        this(actions, choices, rewards, List.of(0));
    }

    private static boolean increase(List<Integer> starts, int end) {
        int least = 0;
        for (int start : starts) {
            if (start < least || start >= end) {
                return false;
            }
            least = start + 1;
        }
        return !starts.isEmpty() && starts.get(0) == 0;
    }

    /**
     * Counts the choices made, which enter the likelihood.
     *
     * @return how many trials were not missed, at least 1
     */
    public int made() {
        return (int) choices.stream().filter(choice -> choice != MISSED).count();
    }

    /**
     * Counts the choices with unknown rewards.
     *
     * @return how many trials have a choice and no reward
     */
    public int unrewarded() {
        return made() - (int) paid().count();
    }

    /**
     * Returns the mean reward of the choices made.
     *
     * @return the mean of the known rewards, 0 if none is known
     */
    public double meanReward() {
        double mean = paid().average().orElse(0);
        return Double.isFinite(mean)
                ? mean
                : paid().map(reward -> reward / made()).sum();
    }

    /**
     * Returns the standard deviation of the rewards.
     *
     * @return the standard deviation of the known rewards, in reward units, over n and not n − 1
     */
    public double rewardSpread() {
        double mean = meanReward();
        double largest = paid().map(reward -> Math.abs(reward - mean)).max().orElse(0);
        double squares = paid().map(reward -> (reward - mean) / largest)
                .map(x -> x * x)
                .average()
                .orElse(0);
        return largest == 0 ? 0 : largest * Math.sqrt(squares);
    }

    /** Returns the known rewards of the choices made. */
    DoubleStream paid() {
        return IntStream.range(0, choices.size())
                .filter(i -> choices.get(i) != MISSED && !rewards.get(i).isNaN())
                .mapToDouble(rewards::get);
    }

    /**
     * Returns the rewards of each action; those of all actions for one without rewards, and 0 if there are none at all.
     */
    double[][] rewardsByAction() {
        double[][] byAction = new double[actions][];
        for (int action = 0; action < actions; action++) {
            double[] own = rewardsOf(action);
            byAction[action] = own.length > 0 ? own : paid().toArray();
            if (byAction[action].length == 0) {
                byAction[action] = new double[1];
            }
        }
        return byAction;
    }

    private double[] rewardsOf(int action) {
        return IntStream.range(0, choices.size())
                .filter(i -> choices.get(i) == action && !rewards.get(i).isNaN())
                .mapToDouble(rewards::get)
                .toArray();
    }
}
