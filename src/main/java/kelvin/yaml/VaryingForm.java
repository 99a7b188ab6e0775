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
 *     that varies, and its variation; it asks the record inside for copies of itself
 * @param copying the record of a varying record whose inner one cannot copy itself: it has the same components as {@code wrapper},
 *     and copies with {@link RecordCopy}
 * @param copy the name of the method of the interface by which records copy themselves, given the path of a number and its value;
 *     one that does not override it cannot
 * @param variation the interface of the descriptions of variations
 * @param first returns the number with which a variation begins
 */
@Stability(MAY_CHANGE)
public record VaryingForm(
        Class<?> constant,
        Class<? extends Record> wrapper,
        Class<? extends Record> copying,
        String copy,
        Class<?> variation,
        ToDoubleFunction<Object> first) {
    /**
     * Creates a form.
     *
     * @param constant the interface of the records whose numbers may vary
     * @param wrapper the record of a varying record
     * @param copying the record of a varying record that cannot copy itself
     * @param copy the name of the method by which records copy themselves
     * @param variation the interface of the descriptions of variations
     * @param first returns the number with which a variation begins
     * @param <V> that interface
     * @return the form
     */
    public static <V> VaryingForm of(
            Class<?> constant,
            Class<? extends Record> wrapper,
            Class<? extends Record> copying,
            String copy,
            Class<V> variation,
            ToDoubleFunction<V> first) {
        return new VaryingForm(
                constant,
                wrapper,
                copying,
                copy,
                variation,
                described -> first.applyAsDouble(variation.cast(described)));
    }

    /** Returns true for a record whose numbers vary. */
    boolean varies(Object record) {
        return wrapper.isInstance(record) || copying.isInstance(record);
    }

    /** Returns true if records of a class can copy themselves with one of their own numbers changed. */
    boolean copiesItself(Class<? extends Record> type) {
        try {
            return type.getMethod(copy, String.class, double.class).getDeclaringClass() != constant;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** Returns the type of what may vary, constant or not. */
    Class<?> any() {
        return wrapper.getRecordComponents()[0].getType();
    }

    /** Returns the layers of a wrapped record. */
    Layer layer(Record wrapped) {
        Object[] parts = RecordWriter.values(wrapped).values().toArray();
        return new Layer(parts[0], (String) parts[1], parts[2]);
    }

    /** One layer of a wrapped record: the record inside, and the variation of one of its numbers. */
    record Layer(Object inner, String path, Object variation) {}
}
