package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * Holds the last rewards of an action with their weights and what was seen; the oldest makes room when they are too many. For one thread
 * at a time. Memory: d + k + 2 numbers per reward, allocated by doubling until the capacity is reached.
 */
@Stability(MAY_CHANGE)
public final class PastRewards {
    private final int capacity;
    private final int stride;
    /** Rewards one after the other, from {@code oldest} on and round the end: weight, reward, features. */
    private double[] entries;

    private int oldest;
    private int count;
    private boolean borrowed;

    /**
     * Creates an empty memory.
     *
     * @param capacity the largest number of rewards, at least 1; (features + 2)·capacity is at most the length of an array
     * @param features the number of features that describe an action, d + k
     */
    public PastRewards(int capacity, int features) {
        this.capacity = capacity;
        this.stride = features + 2;
        this.entries = new double[0];
    }

    /**
     * Returns a memory of the same rewards that changes apart from this one. What is held is copied when either changes.
     *
     * @return the copy
     */
    public PastRewards share() {
        PastRewards copy = new PastRewards(capacity, stride - 2);
        copy.entries = entries;
        copy.oldest = oldest;
        copy.count = count;
        copy.borrowed = true;
        borrowed = true;
        return copy;
    }

    /**
     * Returns the number of rewards.
     *
     * @return the number, at most the capacity
     */
    public int count() {
        return count;
    }

    private int place(int number) {
        return stride * ((oldest + number) % capacity);
    }

    /**
     * Returns the weight of a reward.
     *
     * @param number in [0, count), 0 for the oldest
     * @return its weight
     */
    public double weight(int number) {
        return entries[place(number)];
    }

    /**
     * Returns a reward.
     *
     * @param number in [0, count), 0 for the oldest
     * @return the reward
     */
    public double reward(int number) {
        return entries[place(number) + 1];
    }

    /**
     * Writes the features that described the action when a reward was paid.
     *
     * @param number in [0, count), 0 for the oldest
     * @param out receives them, length d + k
     */
    public void describe(int number, double[] out) {
        System.arraycopy(entries, place(number) + 2, out, 0, stride - 2);
    }

    double distance(int number, Distance metric, double[] x) {
        return metric.between(x, entries, place(number) + 2);
    }

    /**
     * Adds the latest reward.
     *
     * @param weight its weight, finite and &gt; 0
     * @param reward the reward, finite
     * @param x the features that described the action, length d + k; copied
     */
    public void add(double weight, double reward, double[] x) {
        if (count == capacity) {
            oldest = (oldest + 1) % capacity;
            count--;
        }
        int at = place(count);
        if (at == entries.length) {
            entries = Arrays.copyOf(entries, stride * (int) Math.min(capacity, Math.max(8, 2L * count)));
        } else if (borrowed) {
            entries = entries.clone();
        }
        borrowed = false;
        entries[at] = weight;
        entries[at + 1] = reward;
        System.arraycopy(x, 0, entries, at + 2, x.length);
        count++;
    }

    /**
     * Returns how many numbers {@link #write} writes.
     *
     * @return the number
     */
    public int size() {
        return 1 + count * stride;
    }

    /**
     * Writes the number of rewards, and these from the oldest on.
     *
     * @param state receives them
     * @param from the place of the first number
     * @return the place after the last
     */
    public int write(double[] state, int from) {
        state[from] = count;
        for (int i = 0; i < count; i++) {
            System.arraycopy(entries, place(i), state, from + 1 + i * stride, stride);
        }
        return from + size();
    }

    /**
     * Takes what {@link #write} has written.
     *
     * @param state holds it
     * @param from the place of the first number
     * @return the place after the last
     * @throws IllegalArgumentException if it cannot have been written so
     */
    public int read(double[] state, int from) {
        double written = from < state.length ? state[from] : -1;
        int most = Math.min(capacity, Math.max(0, state.length - from - 1) / stride);
        if (!(written >= 0 && written <= most && written == Math.rint(written))) {
            throw new InvalidValue("state", written + " rewards", "as many as follow, at most " + capacity);
        }
        count = (int) written;
        oldest = 0;
        entries = Arrays.copyOfRange(state, from + 1, from + size());
        for (int i = 0; i < count; i++) {
            Require.positive("weight", weight(i));
        }
        return from + size();
    }
}
