package kelvin.model;

import java.util.Arrays;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;

/** The last rewards of an action with their weights and what was seen, the oldest of which makes room when they are too many. */
final class PastRewards {
    private final int capacity;
    private final int stride;
    /** Rewards one after the other, from {@code oldest} on and round the end: weight, reward, features. */
    private double[] entries;

    private int oldest;
    private int count;
    private boolean borrowed;

    PastRewards(int capacity, int features) {
        this.capacity = capacity;
        this.stride = features + 2;
        this.entries = new double[0];
    }

    /** Returns a memory of the same rewards that changes apart from this one. */
    PastRewards share() {
        PastRewards copy = new PastRewards(capacity, stride - 2);
        copy.entries = entries;
        copy.oldest = oldest;
        copy.count = count;
        copy.borrowed = true;
        borrowed = true;
        return copy;
    }

    int count() {
        return count;
    }

    private int place(int number) {
        return stride * ((oldest + number) % capacity);
    }

    double weight(int number) {
        return entries[place(number)];
    }

    double reward(int number) {
        return entries[place(number) + 1];
    }

    double distance(int number, Distance metric, double[] x) {
        return metric.between(x, entries, place(number) + 2);
    }

    void add(double weight, double reward, double[] x) {
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

    /** Returns how many numbers {@link #write} writes. */
    int size() {
        return 1 + count * stride;
    }

    /** Writes the number of rewards, and these from the oldest on; returns the place after them. */
    int write(double[] state, int from) {
        state[from] = count;
        for (int i = 0; i < count; i++) {
            System.arraycopy(entries, place(i), state, from + 1 + i * stride, stride);
        }
        return from + size();
    }

    /** Takes what {@link #write} has written, or throws; returns the place after it. */
    int read(double[] state, int from) {
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
