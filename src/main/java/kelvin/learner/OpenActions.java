package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;

/** The actions that may be chosen now. */
@Stability(STABLE)
public final class OpenActions {
    private final BitSet open;
    private final int actions;
    private int count;

    public OpenActions(int actions) {
        this.open = new BitSet(actions);
        this.open.set(0, actions);
        this.actions = actions;
        this.count = actions;
    }

    public void set(BitSet now) {
        open.clear();
        open.or(now);
        count = open.cardinality();
    }

    public boolean all() {
        return count == actions;
    }

    public BitSet bits() {
        return open;
    }

    /** Any of them, each as likely as the others. */
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

    /** Puts −∞ where an action is closed. */
    public void close(double[] numbers) {
        if (count < actions) {
            for (int i = open.nextClearBit(0); i < actions; i = open.nextClearBit(i + 1)) {
                numbers[i] = Double.NEGATIVE_INFINITY;
            }
        }
    }

    /** Moves a share of the probability to all open actions alike. */
    public void mix(double share, double[] probabilities) {
        for (int i = 0; i < actions; i++) {
            probabilities[i] = (1 - share) * probabilities[i] + (open.get(i) ? share / count : 0);
        }
    }
}
