package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;

/**
 * A slate: an answer of several actions, in order, with the rewards that showing them gave.
 *
 * <p>A learner {@linkplain #add adds} actions, none twice. The world {@linkplain #see lets see} the rewards of the first of
 * them, in the same order, and says what the slate as a whole {@linkplain #pay pays}; then the learner is shown it again.
 * Mutable, reused from step to step, and used by one thread at a time.
 */
@Stability(STABLE)
public final class Slate {
    private final int[] actions;
    private final double[] rewards;
    private final BitSet members;
    private int size;
    private int seen;
    private double payoff;

    /**
     * Creates an empty slate.
     *
     * @param actions how many actions there are to choose from, at least 1
     */
    public Slate(int actions) {
        Require.atLeast("actions", 1, actions);
        this.actions = new int[actions];
        this.rewards = new double[actions];
        this.members = new BitSet(actions);
    }

    /** Removes all actions and rewards. */
    public void clear() {
        members.clear();
        size = 0;
        seen = 0;
        payoff = 0;
    }

    /**
     * Appends an action.
     *
     * @param action in [0, n), not one it holds already
     * @throws IllegalArgumentException if there is no such action, or it is there already
     */
    public void add(int action) {
        if (action < 0 || action >= actions.length) {
            throw new InvalidValue("action", action, "in [0, " + actions.length + ")");
        } else if (members.get(action)) {
            throw new InvalidValue("action", action + " twice", "in a slate once");
        }
        members.set(action);
        actions[size++] = action;
    }

    /**
     * Returns the number of actions.
     *
     * @return how many there are, from 0
     */
    public int size() {
        return size;
    }

    /**
     * Returns the action at a place.
     *
     * @param place its place, in [0, size)
     * @return the action shown there
     */
    public int action(int place) {
        return actions[place];
    }

    /**
     * Returns whether the slate contains an action.
     *
     * @param action the action
     * @return true if it is shown, wherever
     */
    public boolean contains(int action) {
        return members.get(action);
    }

    /**
     * Reveals the reward of the next action.
     *
     * @param reward what it gave, finite
     */
    public void see(double reward) {
        rewards[seen++] = reward;
    }

    /**
     * Returns the number of rewards seen: those of the first actions.
     *
     * @return how many, from 0 to size
     */
    public int seen() {
        return seen;
    }

    /**
     * Returns the reward of the action at a place.
     *
     * @param place its place, in [0, seen)
     * @return what it gave
     */
    public double reward(int place) {
        return rewards[place];
    }

    /**
     * Sets the payoff of the slate as a whole.
     *
     * @param total its reward, finite
     */
    public void pay(double total) {
        payoff = total;
    }

    /**
     * Returns the payoff of the slate as a whole.
     *
     * @return its reward; 0 before it was shown
     */
    public double payoff() {
        return payoff;
    }

    /**
     * Returns a copy with the same contents.
     *
     * @return the copy
     */
    public Slate copy() {
        Slate copy = new Slate(actions.length);
        for (int place = 0; place < size; place++) {
            copy.add(actions[place]);
        }
        for (int place = 0; place < seen; place++) {
            copy.see(rewards[place]);
        }
        copy.payoff = payoff;
        return copy;
    }
}
