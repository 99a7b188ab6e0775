package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Require;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Initial pulls: the actions not chosen yet, drawn without replacement in random order.
 *
 * <p>A draw costs one random number and two swaps, an action tried elsewhere two swaps. Mutable, for one thread at a time.
 */
@Stability(STABLE)
public final class InitialPulls implements Resumable {
    /** The first {@link #open} are untried and open, up to {@link #left} untried but closed, then come the tried ones. */
    private final int[] actions;

    /** The place in {@link #actions} of each action. */
    private final int[] places;

    private final UniformRandomProvider random;
    private int left;
    private int open;

    /**
     * Creates initial pulls of all actions.
     *
     * @param actions the number of actions to try; 0 for none
     * @param random the source of the order
     */
    public InitialPulls(int actions, UniformRandomProvider random) {
        this.actions = new int[actions];
        this.places = new int[actions];
        this.random = random;
        this.left = actions;
        this.open = actions;
        Arrays.setAll(this.actions, i -> i);
        Arrays.setAll(this.places, i -> i);
    }

    /**
     * Returns whether an action is left to draw.
     *
     * @return true if an open action has not been tried
     */
    public boolean any() {
        return open > 0;
    }

    /**
     * Draws an untried open action, each as likely as the others, and notes it as tried.
     *
     * @return the action; only where {@link #any} is true
     */
    public int draw() {
        int action = actions[random.nextInt(open)];
        tried(action);
        return action;
    }

    /**
     * Notes that an action has been tried, drawn here or chosen elsewhere.
     *
     * @param action the action; nothing happens if it was tried before
     */
    public void tried(int action) {
        if (action < places.length && places[action] < left) {
            if (places[action] < open) {
                swap(places[action], --open);
            }
            swap(places[action], --left);
        }
    }

    /**
     * Writes the probabilities of the next {@link #draw}: equal shares of the untried open actions, 0 for all others.
     */
    public void shares(double[] out) {
        Arrays.fill(out, 0);
        for (int i = 0; i < open; i++) {
            out[actions[i]] = 1.0 / open;
        }
    }

    /**
     * Sets which actions may be drawn from now on, as {@link Learner#open} tells it.
     *
     * @param now the open actions; not kept
     */
    public void open(BitSet now) {
        open = 0;
        for (int i = 0; i < left; i++) {
            if (now.get(actions[i])) {
                swap(i, open++);
            }
        }
    }

    private void swap(int i, int j) {
        int action = actions[i];
        actions[i] = actions[j];
        actions[j] = action;
        places[actions[i]] = i;
        places[action] = j;
    }

    /**
     * Saves or loads the actions left.
     *
     * @param fields where they are saved, or loaded from
     */
    @Override
    public void state(StateFields fields) {
        fields.wholes("actions", actions, 0, actions.length - 1);
        left = fields.whole("left", left, 0, actions.length);
        open = fields.whole("open", open, 0, left);
        if (fields.loading()) {
            Arrays.fill(places, -1);
            for (int i = 0; i < actions.length; i++) {
                Require.that(places[actions[i]] < 0, "actions[" + i + "]", actions[i], "there once");
                places[actions[i]] = i;
            }
        }
    }
}
