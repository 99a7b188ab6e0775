package kelvin.decision.memory;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;

/** The rewards of items that one decision shows, each of which may have one. Used under one lock. */
@Stability(MAY_CHANGE)
public final class ItemRewards {
    private static final int BYTES = 288;
    private static final int BYTES_PER_ITEM = 64;

    private final List<Integer> items;
    private final double[] rewards;
    private final boolean[] defaulted;

    /**
     * Creates items without rewards.
     *
     * @param items their numbers, all different; not to be changed
     */
    public ItemRewards(List<Integer> items) {
        this.items = items;
        rewards = new double[items.size()];
        defaulted = new boolean[items.size()];
        Arrays.fill(rewards, Double.NaN);
    }

    /** {@return an upper bound of the memory that the items, what is known of them and their place in a map take, in bytes} */
    public int bytes() {
        return BYTES + BYTES_PER_ITEM * rewards.length;
    }

    /** {@return the first item without a reward; −1 if all have one} */
    public int firstPending() {
        for (int i = 0; i < rewards.length; i++) {
            if (Double.isNaN(rewards[i])) {
                return items.get(i);
            }
        }
        return -1;
    }

    /** {@return whether all items have a reward} */
    public boolean complete() {
        return firstPending() < 0;
    }

    private int index(int item) {
        int index = items.indexOf(item);
        if (index < 0) {
            throw new InvalidValue("action", item, "one of " + items);
        }
        return index;
    }

    /**
     * Sets the reward of an item.
     *
     * @param item its number
     * @param reward the reward; finite
     * @return whether all items have one now
     * @throws IllegalArgumentException if there is no such item
     */
    public boolean set(int item, double reward) {
        rewards[index(item)] = reward;
        return complete();
    }

    /** {@return the reward of an item, {@code NaN} if it has none; an {@code IllegalArgumentException} if there is no such item} */
    public double get(int item) {
        return rewards[index(item)];
    }

    /** {@return whether an item's reward is the default; an {@code IllegalArgumentException} if there is no such item} */
    public boolean defaulted(int item) {
        return defaulted[index(item)];
    }

    /** Marks the reward of an item as the default; throws an {@code IllegalArgumentException} if there is no such item. */
    public void markDefaulted(int item) {
        defaulted[index(item)] = true;
    }
}
