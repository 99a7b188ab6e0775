package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Require;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The set of actions that may be chosen now, of n.
 *
 * <p>Mutable, for one thread at a time.
 */
@Stability(STABLE)
public final class OpenActions implements Resumable {
    private final BitSet open;
    private final int actions;
    private int count;

    /**
     * Creates a set in which all actions are open.
     *
     * @param actions n, the number of actions
     */
    public OpenActions(int actions) {
        this.open = new BitSet(actions);
        this.open.set(0, actions);
        this.actions = actions;
        this.count = actions;
    }

    /**
     * Replaces the set, as {@link Learner#open} tells it.
     *
     * @param now the open actions, at least one; copied
     */
    public void set(BitSet now) {
        open.clear();
        open.or(now);
        count = open.cardinality();
    }

    /**
     * Returns whether all actions are open.
     *
     * @return true if none is closed
     */
    public boolean all() {
        return count == actions;
    }

    /**
     * Returns the open actions as bits.
     *
     * @return the set itself, shared; not to be changed
     */
    public BitSet bits() {
        return open;
    }

    /**
     * Draws an open action uniformly at random.
     *
     * @param random the source of one uniform number
     * @return the action
     */
    public int draw(UniformRandomProvider random) {
        int skip = random.nextInt(count);
        if (count == actions) {
            return skip;
        }
        int action = open.nextSetBit(0);
        while (skip-- > 0) {
            action = open.nextSetBit(action + 1);
        }
        return action;
    }

    /**
     * Writes −∞ where an action is closed.
     *
     * @param numbers one per action; changed in place
     */
    public void close(double[] numbers) {
        if (count < actions) {
            for (int i = open.nextClearBit(0); i < actions; i = open.nextClearBit(i + 1)) {
                numbers[i] = Double.NEGATIVE_INFINITY;
            }
        }
    }

    /**
     * Mixes probabilities with uniform exploration: p ← (1 − share)·p + share/(number of open actions) where open.
     *
     * @param share the probability of exploring, in [0, 1]
     * @param probabilities one per action; changed in place
     */
    public void mix(double share, double[] probabilities) {
        for (int i = 0; i < actions; i++) {
            probabilities[i] = (1 - share) * probabilities[i] + (open.get(i) ? share / count : 0);
        }
    }

    /**
     * Saves or loads a set of open actions as the list {@code closed} of those that are not.
     *
     * @param fields where it is saved, or loaded from
     * @param open the set
     * @param actions n, the number of actions
     * @throws kelvin.contract.InvalidValue if all are closed
     */
    public static void state(StateFields fields, BitSet open, int actions) {
        open.flip(0, actions);
        fields.indices("closed", open, actions);
        open.flip(0, actions);
        Require.that(!open.isEmpty(), "closed", "all " + actions + " actions", "fewer, at least one is open");
    }

    /**
     * Saves or loads the set.
     *
     * @param fields where they are saved, or loaded from
     */
    @Override
    public void state(StateFields fields) {
        state(fields, open, actions);
        count = open.cardinality();
    }
}
