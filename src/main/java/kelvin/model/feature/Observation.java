package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Map;
import java.util.Set;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/** An observation: values by name, such as a row of a table or a Java map. Values are texts, numbers, truth values or missing. */
@Stability(MAY_CHANGE)
public interface Observation {
    /**
     * Returns a value.
     *
     * @param name its name
     * @return the value; null where it is missing
     */
    @Nullable
    Object value(String name);

    /**
     * Returns the names of all values, in the order in which they are read.
     *
     * @return the names
     */
    Set<String> names();

    /**
     * Names a value for error messages.
     *
     * @param name its name
     * @return the name, and where it stands if there are several observations
     */
    default String place(String name) {
        return name;
    }

    /**
     * Wraps a Java map.
     *
     * @param values the values by name; read when asked for, not copied
     * @return the observation
     */
    static Observation of(Map<String, ? extends @Nullable Object> values) {
        return new Observation() {
            @Override
            public @Nullable Object value(String name) {
                return values.get(name);
            }

            @Override
            public Set<String> names() {
                return Set.copyOf(values.keySet());
            }
        };
    }
}
