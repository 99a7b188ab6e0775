package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;

/** The encoder of one {@link FeaturePart}: writes its features of one observation after the other. For one thread at a time. */
@Stability(MAY_CHANGE)
public interface PartEncoder {
    /**
     * Returns the names of the features.
     *
     * @return one per number, such as {@code age} or {@code colour=red}
     */
    List<String> names();

    /**
     * Writes the features of an observation, from which a part that standardises on the go also learns.
     *
     * @param seen the observation
     * @param out receives the numbers, as many as there are {@link #names}
     * @param from the place of the first
     * @throws InvalidValue if a value is missing, unknown or of the wrong type and that is not allowed for; names column and row
     */
    void write(Observation seen, double[] out, int from);

    /**
     * Returns all that was learnt on the go.
     *
     * @return the numbers of {@link #restore}; empty where nothing is learnt
     */
    default double[] state() {
        return new double[0];
    }

    /**
     * Replaces all that was learnt on the go.
     *
     * @param state from {@link #state}
     * @throws InvalidValue if it has another length
     */
    default void restore(double[] state) {
        if (state.length != 0) {
            throw new InvalidValue("state", state.length + " numbers", "none");
        }
    }
}
