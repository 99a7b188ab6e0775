package kelvin.json;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.LinkedHashMap;
import java.util.Map;
import kelvin.contract.InvalidValue;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * Saves the state of a {@link Resumable} as JSON and loads it, exact to the bit.
 *
 * <p>A part is an object, an array is a list. The numbers that JSON does not have are the strings {@code "NaN"}, {@code "Infinity"}
 * and {@code "-Infinity"}.
 */
@Stability(MAY_CHANGE)
public final class JsonState {
    private JsonState() {}

    /**
     * Saves a state.
     *
     * @param object the object; not changed
     * @return its fields as a tree that {@link Json} can write
     * @throws UnsupportedOperationException if the object cannot be saved; the message gives the reason
     */
    public static Map<String, Object> save(Resumable object) {
        Map<String, Object> tree = new LinkedHashMap<>();
        object.state(new SavedFields(tree));
        return tree;
    }

    /**
     * Loads a state that was saved.
     *
     * @param path the path of the state in its file, for errors
     * @param tree what {@link #save} gave, or {@link Json#parse} of its text
     * @param object a fresh object made from the same description as the one saved; of no use after an error
     * @throws InvalidValue if a field is absent, superfluous or not allowed; its name is the path of the field, such as
     *     {@code learner.estimates.sums[3]}
     */
    public static void load(String path, @Nullable Object tree, Resumable object) {
        LoadedFields.load(path, tree, object);
    }
}
