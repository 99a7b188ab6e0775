package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * The number of features in a context: those of the situation, which all actions share, and those of each action.
 *
 * @param shared d, the number of features of the situation, at least 0
 * @param perAction k, the number of features of each action, at least 0
 */
@Stability(MAY_CHANGE)
public record Features(int shared, int perAction) implements Serializable {
    /** The features of a situation of which nothing is seen. */
    public static final Features NONE = new Features(0, 0);

    public Features {
        Require.atLeast("shared", 0, shared);
        Require.atLeast("perAction", 0, perAction);
    }

    /**
     * Returns the number of features that describe one action: those of the situation and its own.
     *
     * @return d + k
     */
    public int total() {
        return shared + perAction;
    }

    /**
     * Returns whether anything is seen before a decision.
     *
     * @return true if there is at least one feature
     */
    public boolean any() {
        return total() > 0;
    }
}
