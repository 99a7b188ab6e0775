package kelvin.learner.nonstationary;

import java.util.Arrays;

/**
 * The rewards of the latest decisions, with their sum and count per action.
 *
 * <p>What falls out is taken from the sums; once per window they are added up afresh, so that rounding errors do not pile up. Cost:
 * a few operations per decision. It holds 20 bytes per decision of the window.
 */
final class RecentRewards {
    private final int size;
    private final long[] steps;
    private final int[] actions;
    private final double[] rewards;
    private final double[] sums;
    private final int[] counts;
    /** The last decision that has fallen out. */
    private long gone;

    RecentRewards(int actions, int size) {
        this.size = size;
        this.steps = new long[size];
        this.actions = new int[size];
        this.rewards = new double[size];
        this.sums = new double[actions];
        this.counts = new int[actions];
    }

    double sum(int action) {
        return sums[action];
    }

    int count(int action) {
        return counts[action];
    }

    /** Keeps the reward of a decision, unless that has fallen out already. */
    void add(long step, int action, double reward) {
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

    /** Drops what the decision of a step may no longer use: all before the latest {@code size} decisions. */
    void advance(long step) {
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
}
