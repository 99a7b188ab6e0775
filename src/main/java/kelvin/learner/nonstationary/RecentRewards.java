package kelvin.learner.nonstationary;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import kelvin.contract.Require;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;

/**
 * A sliding window over the rewards of the latest decisions, with their sum and count per action.
 *
 * <p>What falls out is taken from the sums; once per window they are added up afresh, so that rounding errors do not pile up. Cost:
 * a few operations per decision. It holds 20 bytes per decision of the window.
 */
@Stability(STABLE)
public final class RecentRewards implements Resumable {
    private final int size;
    private final long[] steps;
    private final int[] actions;
    private final double[] rewards;
    private final double[] sums;
    private final int[] counts;
    /** The last decision that has left the window. */
    private long gone;

    /**
     * Creates an empty window.
     *
     * @param actions n, the number of actions
     * @param size the number of decisions in the window, at least 1
     */
    public RecentRewards(int actions, int size) {
        this.size = size;
        this.steps = new long[size];
        this.actions = new int[size];
        this.rewards = new double[size];
        this.sums = new double[actions];
        this.counts = new int[actions];
    }

    /**
     * Returns the sum of an action's rewards in the window.
     *
     * @param action in [0, n)
     * @return the sum; 0 without rewards
     */
    public double sum(int action) {
        return sums[action];
    }

    /**
     * Returns the number of an action's rewards in the window.
     *
     * @param action in [0, n)
     * @return the count, from 0 to the size of the window
     */
    public int count(int action) {
        return counts[action];
    }

    /**
     * Adds the reward of a decision, unless it has left the window already.
     *
     * @param step the step of the decision, from 1
     * @param action the action taken then
     * @param reward what it gave, finite
     */
    public void add(long step, int action, double reward) {
        advance(step + 1);
        int place = place(step);
        if (step > gone && steps[place] != step) {
            steps[place] = step;
            actions[place] = action;
            rewards[place] = reward;
            sums[action] += reward;
            counts[action]++;
        }
    }

    /**
     * Moves the window: drops all before the latest {@code size} decisions.
     *
     * @param step decisions made so far + 1
     */
    public void advance(long step) {
        long last = step - 1 - size;
        // Nothing is kept from beyond gone + size.
        for (long each = gone + 1; each <= Math.min(last, gone + size); each++) {
            drop(place(each), each);
        }
        boolean wrapped = last / size > gone / size;
        gone = Math.max(gone, last);
        if (wrapped) {
            addUp();
        }
    }

    private void drop(int place, long step) {
        if (steps[place] == step) {
            steps[place] = 0;
            sums[actions[place]] -= rewards[place];
            counts[actions[place]]--;
        }
    }

    private void addUp() {
        Arrays.fill(sums, 0);
        for (int place = 0; place < size; place++) {
            if (steps[place] > 0) {
                sums[actions[place]] += rewards[place];
            }
        }
    }

    private int place(long step) {
        return (int) (step % size);
    }

    /** Requires that all rewards remembered are 0 or 1. */
    void requireTrials() {
        for (double reward : rewards) {
            Require.that(reward == 0 || reward == 1, "rewards", reward, "0 or 1");
        }
        for (int i = 0; i < sums.length; i++) {
            Require.that(sums[i] >= 0 && sums[i] <= counts[i], "sums[" + i + "]", sums[i], "in [0, " + counts[i] + "]");
        }
    }

    /**
     * Saves or loads the rewards remembered.
     *
     * @param fields where they are saved, or loaded from
     */
    @Override
    public void state(StateFields fields) {
        long[] kept = fields.wholeList(
                "steps", Arrays.stream(steps).filter(step -> step != 0).sorted().toArray());
        int[] chosen = new int[kept.length];
        double[] paid = new double[kept.length];
        for (int i = 0; !fields.loading() && i < kept.length; i++) {
            chosen[i] = actions[place(kept[i])];
            paid[i] = rewards[place(kept[i])];
        }
        fields.wholes("actions", chosen, 0, sums.length - 1);
        fields.reals("rewards", paid);
        for (int i = 0; fields.loading() && i < kept.length; i++) {
            Require.atLeast("steps[" + i + "]", 1, kept[i]);
            steps[place(kept[i])] = kept[i];
            actions[place(kept[i])] = chosen[i];
            rewards[place(kept[i])] = paid[i];
            counts[chosen[i]]++;
        }
        fields.reals("sums", sums);
        gone = fields.whole("gone", gone);
        Require.that(gone >= 0 && gone <= Long.MAX_VALUE / 2, "gone", gone, "in [0, " + Long.MAX_VALUE / 2 + "]");
    }
}
