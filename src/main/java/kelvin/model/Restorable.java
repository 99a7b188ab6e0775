package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;

/** A model or scorer whose state is an array of numbers. */
@Stability(MAY_CHANGE)
public interface Restorable extends Resumable {
    /**
     * Returns all that was learnt, to the bit.
     *
     * @return a new array, from which {@link #restore} makes an object that goes on as this one does
     */
    double[] state();

    /**
     * Replaces all that was learnt.
     *
     * @param state from {@link #state()} of an object of the same description and seed
     * @throws IllegalArgumentException if it cannot be that; this object is then unchanged
     */
    void restore(double[] state);

    /**
     * Saves or loads all that was learnt, by {@link #state()} and {@link #restore}.
     *
     * @param fields where it is saved, or loaded from
     */
    @Override
    default void state(StateFields fields) {
        double[] learnt = fields.realList("learnt", fields.loading() ? new double[0] : state());
        if (fields.loading()) {
            restore(learnt);
        }
    }
}
