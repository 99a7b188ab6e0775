package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.function.ToDoubleFunction;
import kelvin.contract.Stability;

/**
 * The short form of records whose numbers vary: a description of the variation stands in place of a number of a record, or of a
 * record inside it, and the record is wrapped once for each.
 *
 * @param constant the interface of the records whose numbers may vary
 * @param wrapper the record of a varying record: its components are the record inside, constant or wrapped, the path of the number
 *     that varies, and its variation
 * @param variation the interface of the descriptions of variations
 * @param first returns the number with which a variation begins
 */
@Stability(MAY_CHANGE)
public record VaryingForm(
        Class<?> constant, Class<? extends Record> wrapper, Class<?> variation, ToDoubleFunction<Object> first) {
    /**
     * Creates a form.
     *
     * @param constant the interface of the records whose numbers may vary
     * @param wrapper the record of a varying record
     * @param variation the interface of the descriptions of variations
     * @param first returns the number with which a variation begins
     * @param <V> that interface
     * @return the form
     */
    public static <V> VaryingForm of(
            Class<?> constant, Class<? extends Record> wrapper, Class<V> variation, ToDoubleFunction<V> first) {
        return new VaryingForm(
                constant, wrapper, variation, described -> first.applyAsDouble(variation.cast(described)));
    }

    /** Returns the type of what may vary, constant or not. */
    Class<?> any() {
        return wrapper.getRecordComponents()[0].getType();
    }

    /** Returns the layers of a wrapped record. */
    Layer layer(Record wrapped) {
        Object[] parts = RecordWriter.values(wrapped);
        return new Layer(parts[0], (String) parts[1], parts[2]);
    }

    /** One layer of a wrapped record: the record inside, and the variation of one of its numbers. */
    record Layer(Object inner, String path, Object variation) {}
}
