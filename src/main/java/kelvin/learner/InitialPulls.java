package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;

/** The actions not chosen yet, drawn without replacement in random order; one number and two swaps per draw. */
@Stability(STABLE)
public final class InitialPulls {
    /** The first {@link #open} are untried and open, up to {@link #left} untried but closed, then come the tried ones. */
    private final int[] actions;

    /** Where in {@link #actions} each action is. */
    private final int[] places;

    private final UniformRandomProvider random;
    private int left;
    private int open;

    public InitialPulls(int actions, UniformRandomProvider random) {
        this.actions = new int[actions];
        this.places = new int[actions];
        this.random = random;
        this.left = actions;
        this.open = actions;
        Arrays.setAll(this.actions, i -> i);
        Arrays.setAll(this.places, i -> i);
    }

    /** Whether there are any to draw. */
    public boolean any() {
        return open > 0;
    }

    public int draw() {
        int action = actions[random.nextInt(open)];
        tried(action);
        return action;
    }

    /** Told that an action has been tried, drawn here or chosen by somebody else. */
    public void tried(int action) {
        if (action < places.length && places[action] < left) {
            if (places[action] < open) {
                swap(places[action], --open);
            }
            swap(places[action], --left);
        }
    }

    /** Shares probability equally among those that could be drawn now. */
    public void shares(double[] out) {
        Arrays.fill(out, 0);
        for (int i = 0; i < open; i++) {
            out[actions[i]] = 1.0 / open;
        }
    }

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
}
