package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

/**
 * An object whose state can be saved and loaded, exact to the bit.
 *
 * <p>One method does both, so that what is saved and what is loaded cannot differ. A fresh object made from the same description that
 * has loaded the state of another goes on with the same bits as the other, and saving changes nothing.
 */
@Stability(STABLE)
public interface Resumable {
    /**
     * Saves or loads the state: passes every field that has changed since creation, or may have, to {@code fields}.
     *
     * <pre>
     *   count = fields.whole("count", count);
     *   fields.reals("sums", sums);
     *   fields.part("model", model);
     * </pre>
     *
     * <p>What follows from other fields is computed again when {@linkplain StateFields#loading loading}, as long as that gives the same
     * bits. A state is loaded into a fresh object; after an error that object is of no use.
     *
     * @param fields where the fields are saved, or loaded from
     * @throws UnsupportedOperationException if this object cannot be saved; the message gives the reason
     * @throws InvalidValue if a field is loaded whose value is not allowed
     */
    void state(StateFields fields);
}
