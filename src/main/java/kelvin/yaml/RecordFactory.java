package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;
import kelvin.yaml.YamlMapping.Field;

/** Creates records from their values, and reports the values that a compact constructor refuses. */
@Stability(MAY_CHANGE)
public final class RecordFactory {
    private RecordFactory() {}

    static <T extends Record> T of(Class<T> type, YamlMapping fields, Object... arguments) {
        try {
            return constructor(type).newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw rejected(e.getTargetException(), fields);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw fields.place().error("class " + type.getName() + " cannot be used: " + say(e));
        }
    }

    /** Returns the canonical constructor of a record. */
    static <T> Constructor<T> constructor(Class<T> type) throws NoSuchMethodException {
        return type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
    }

    /** Makes a record that is written in short form: whatever is wrong with its values is wrong with the node. */
    static <T extends Record> T brief(Class<T> type, Field written, Object... arguments) {
        String path = written.place().path();
        String key = path.substring(path.lastIndexOf('.') + 1);
        return of(type, new YamlMapping(written.place(), Map.of(key, written)), arguments);
    }

    private static BadInput rejected(Throwable cause, YamlMapping fields) {
        if (cause instanceof Error error && !(cause instanceof LinkageError)) {
            throw error;
        }
        return cause instanceof InvalidValue invalid
                ? invalid(invalid, "", fields)
                : fields.place().error(say(cause));
    }

    /** Reports an invalid value at the line of its key, where that was written. */
    public static BadInput invalid(InvalidValue e, String when, YamlMapping fields) {
        Field written = fields.get(e.name());
        return written == null
                ? fields.place().error(when + e.getMessage())
                : written.place().error(when + e.problem());
    }

    /** Returns the message of the code that failed. */
    public static String say(Throwable e) {
        if (e instanceof NoClassDefFoundError || e instanceof ClassNotFoundException) {
            return "it needs a class that is not there, " + e.getMessage();
        } else if (e instanceof IncompatibleClassChangeError) {
            return "it was compiled for another version of Kelvin: " + e.getMessage();
        }
        Optional<String> thrown = e instanceof IllegalArgumentException ? Optional.empty() : OutsideCode.thrown(e);
        return thrown.isPresent()
                ? thrown.get()
                : e.getMessage() == null ? "it failed without a message" : e.getMessage();
    }
}
