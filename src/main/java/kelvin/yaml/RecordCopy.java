package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/** Copies records with one number changed, by their canonical constructors. */
@Stability(MAY_CHANGE)
public final class RecordCopy {
    private static final ClassValue<Header> HEADERS = new ClassValue<>() {
        @Override
        protected Header computeValue(Class<?> type) {
            return Header.of(type);
        }
    };

    private RecordCopy() {}

    /**
     * Returns a record with one of its numbers changed, or one of a record inside it.
     *
     * @param type the type of the record
     * @param record the record; it stays as it is
     * @param path the name of the number, after those of the components that hold it, separated by dots
     * @param value its new value
     * @param <T> that type
     * @return a new record of the same class
     * @throws InvalidValue if there is no such number, or the record refuses the value
     */
    public static <T> T with(Class<T> type, T record, String path, double value) {
        return type.cast(copy(record, path, value));
    }

    private static Object copy(Object record, String path, double value) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Header header = HEADERS.get(record.getClass());
        int place = header.place(name);
        if (place < 0 || (dot < 0 && !YamlTypes.isReal(header.components[place].getType()))) {
            throw new InvalidValue(
                    "parameter", name, "a number of " + record.getClass().getSimpleName());
        }
        Object[] values = new Object[header.components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = RecordWriter.read((Record) record, header.components[i]);
        }
        values[place] = dot < 0 ? (Object) value : copy(values[place], path.substring(dot + 1), value);
        return header.make(values);
    }

    /** The header of a record, looked up once; without components for a class that is no record. */
    private record Header(
            RecordComponent[] components, @Nullable Constructor<?> constructor) {
        static Header of(Class<?> type) {
            try {
                return type.isRecord()
                        ? new Header(type.getRecordComponents(), RecordFactory.constructor(type))
                        : new Header(new RecordComponent[0], null);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        int place(String name) {
            int place = components.length - 1;
            while (place >= 0 && !components[place].getName().equals(name)) {
                place--;
            }
            return place;
        }

        Object make(Object... values) {
            try {
                return Objects.requireNonNull(constructor).newInstance(values);
            } catch (InvocationTargetException e) {
                if (e.getTargetException() instanceof RuntimeException refused) {
                    throw refused;
                }
                throw new IllegalStateException(e.getTargetException());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
