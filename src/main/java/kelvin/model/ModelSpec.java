package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.random.Seed;

/** The immutable description of a model of action values, as a file names it. */
@Stability(MAY_CHANGE)
public interface ModelSpec extends Serializable {
    /**
     * Creates a model that has learnt nothing.
     *
     * @param actions the number of actions, at least 1
     * @param features how many features contexts have
     * @param seed decides everything random about it
     * @return the model; the same seed gives the same one
     * @throws IllegalArgumentException if it cannot model so many features
     */
    Model create(int actions, Features features, Seed seed);

    /**
     * Returns the memory that a new model takes at least, so that what cannot fit is refused before it is allocated.
     *
     * @param actions the number of actions
     * @param features how many features contexts have
     * @return bytes; 0 where it is little or unknown
     */
    default double leastBytes(int actions, Features features) {
        return 0;
    }

    /**
     * Returns the kind of rewards it can learn from.
     *
     * @return what rewards may be
     */
    default Rewards rewards() {
        return Rewards.REAL;
    }

    /**
     * Returns whether its models know the standard deviations of their predictions.
     *
     * @return true if {@link Model#widths} may be asked
     */
    default boolean widths() {
        return false;
    }

    /**
     * Returns whether its models can draw predictions from what they believe.
     *
     * @return true if {@link Model#sample} may be asked
     */
    default boolean samples() {
        return false;
    }

    /**
     * Returns whether its models are {@link Ensemble}s.
     *
     * @return true if so
     */
    default boolean ensemble() {
        return false;
    }
}
