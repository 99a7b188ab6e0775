package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * The fields of a {@link Resumable}, saved or loaded by name.
 *
 * <p>Every method saves the value it is given and returns it, or ignores it and returns the one loaded; arrays, sets and lists are
 * filled in place. Names are unique within one object. Numbers keep every bit: all {@code long}s, and doubles with −0, ±∞ and
 * {@code NaN}. When loading, an absent field, one of another type or one that nobody asks for is an {@link InvalidValue} whose name
 * is the path of the field.
 */
@Stability(STABLE)
public interface StateFields {
    /**
     * Returns whether fields are loaded.
     *
     * @return true when loading, false when saving
     */
    boolean loading();

    /**
     * Saves or loads a truth value.
     *
     * @param name the field's name
     * @param value the value to save
     * @return the value saved or loaded
     */
    boolean flag(String name, boolean value);

    /**
     * Saves or loads a whole number.
     *
     * @param name the field's name
     * @param value the value to save
     * @return the value saved or loaded
     */
    long whole(String name, long value);

    /**
     * Saves or loads a whole number of a range.
     *
     * @param name the field's name
     * @param value the value to save
     * @param least the least value allowed
     * @param most the largest value allowed
     * @return the value saved or loaded
     */
    default int whole(String name, int value, int least, int most) {
        long number = whole(name, (long) value);
        Require.that(number >= least && number <= most, name, number, "in [" + least + ", " + most + "]");
        return (int) number;
    }

    /**
     * Saves or loads a number.
     *
     * @param name the field's name
     * @param value the value to save
     * @return the value saved or loaded
     */
    double real(String name, double value);

    /**
     * Saves or loads a text.
     *
     * @param name the field's name
     * @param value the value to save
     * @return the value saved or loaded
     */
    String text(String name, String value);

    /**
     * Saves or loads truth values.
     *
     * @param name the field's name
     * @param values the values to save; as many are loaded
     */
    void flags(String name, boolean[] values);

    /**
     * Saves or loads whole numbers.
     *
     * @param name the field's name
     * @param values the values to save; as many are loaded
     */
    void wholes(String name, long[] values);

    /**
     * Saves or loads numbers of times.
     *
     * @param name the field's name
     * @param values the values to save; as many are loaded, in [0, 2⁵³]
     */
    default void counts(String name, long[] values) {
        wholes(name, values);
        for (int i = 0; loading() && i < values.length; i++) {
            boolean allowed = values[i] >= 0 && values[i] <= 1L << 53;
            Require.that(allowed, name + "[" + i + "]", values[i], "in [0, " + (1L << 53) + "]");
        }
    }

    /**
     * Saves or loads whole numbers of a range.
     *
     * @param name the field's name
     * @param values the values to save; as many are loaded
     * @param least the least value allowed
     * @param most the largest value allowed
     */
    default void wholes(String name, int[] values, int least, int most) {
        long[] numbers = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = values[i];
        }
        wholes(name, numbers);
        for (int i = 0; i < values.length; i++) {
            boolean allowed = numbers[i] >= least && numbers[i] <= most;
            Require.that(allowed, name + "[" + i + "]", numbers[i], "in [" + least + ", " + most + "]");
            values[i] = (int) numbers[i];
        }
    }

    /**
     * Saves or loads numbers.
     *
     * @param name the field's name
     * @param values the values to save; as many are loaded
     */
    void reals(String name, double[] values);

    /**
     * Saves or loads numbers of a range.
     *
     * @param name the field's name
     * @param values the values to save; as many are loaded
     * @param least the least value allowed
     * @param most the largest value allowed; {@code NaN} never is
     */
    default void reals(String name, double[] values, double least, double most) {
        reals(name, values);
        for (int i = 0; loading() && i < values.length; i++) {
            boolean allowed = values[i] >= least && values[i] <= most;
            Require.that(allowed, name + "[" + i + "]", values[i], "in [" + least + ", " + most + "]");
        }
    }

    /**
     * Saves or loads rows of numbers.
     *
     * @param name the field's name
     * @param rows the rows to save; as many are loaded, each of as many numbers
     */
    void rows(String name, double[][] rows);

    /**
     * Saves or loads any number of whole numbers.
     *
     * @param name the field's name
     * @param values the values to save
     * @return the values saved, or an array of those loaded
     */
    long[] wholeList(String name, long[] values);

    /**
     * Saves or loads any number of numbers.
     *
     * @param name the field's name
     * @param values the values to save
     * @return the values saved, or an array of those loaded
     */
    double[] realList(String name, double[] values);

    /**
     * Saves or loads a set of indices.
     *
     * @param name the field's name
     * @param members the set to save or to replace
     * @param size n; members are in [0, n)
     */
    default void indices(String name, BitSet members, int size) {
        long[] numbers = wholeList(name, members.stream().asLongStream().toArray());
        if (loading()) {
            members.clear();
            for (int i = 0; i < numbers.length; i++) {
                boolean allowed = numbers[i] >= 0 && numbers[i] < size && !members.get((int) numbers[i]);
                String range = "in [0, " + size + ") and there once";
                Require.that(allowed, name + "[" + i + "]", numbers[i], range);
                members.set((int) numbers[i]);
            }
        }
    }

    /**
     * Saves or loads an object that is part of this one.
     *
     * @param name the field's name
     * @param part the object
     */
    void part(String name, Resumable part);

    /**
     * Saves or loads a fixed number of objects.
     *
     * @param name the field's name
     * @param parts the objects; as many are loaded
     */
    void parts(String name, List<? extends Resumable> parts);

    /**
     * Saves or loads any number of objects.
     *
     * @param name the field's name
     * @param parts the objects to save, or to replace by those loaded
     * @param fresh creates an object to load into
     * @param <T> their type
     */
    <T extends Resumable> void list(String name, List<T> parts, Supplier<? extends T> fresh);
}
