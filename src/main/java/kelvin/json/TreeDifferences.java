package kelvin.json;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/** Lists the paths at which two trees of maps and lists differ. */
@Stability(MAY_CHANGE)
public final class TreeDifferences {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$-]*");

    private final List<Difference> found = new ArrayList<>();

    private TreeDifferences() {}

    /**
     * One place where two trees differ.
     *
     * @param path keys with dots between them and indices in brackets, such as {@code arms[2].value}; keys that are no plain names
     *     stand in quotes
     * @param before what stands there in the first tree; {@code null} if nothing
     * @param after what stands there in the second; {@code null} if nothing
     */
    public record Difference(
            String path, @Nullable Object before, @Nullable Object after) {}

    /**
     * Compares two trees.
     *
     * @param path the path of both; empty for the top
     * @param before one tree
     * @param after another
     * @return where they differ, as deep as both have maps or lists; two maps of one key each that differ in it differ as wholes
     */
    public static List<Difference> of(String path, @Nullable Object before, @Nullable Object after) {
        TreeDifferences all = new TreeDifferences();
        all.collect(path, before, after);
        return all.found;
    }

    private void collect(String path, @Nullable Object before, @Nullable Object after) {
        if (before instanceof Map<?, ?> left && after instanceof Map<?, ?> right && !areOtherNames(left, right)) {
            Set<Object> keys = new LinkedHashSet<>(left.keySet());
            keys.addAll(right.keySet());
            keys.forEach(key -> collect(key(path, String.valueOf(key)), left.get(key), right.get(key)));
        } else if (before instanceof List<?> left && after instanceof List<?> right) {
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                collect(
                        path + "[" + i + "]",
                        i < left.size() ? left.get(i) : null,
                        i < right.size() ? right.get(i) : null);
            }
        } else if (!Objects.equals(before, after)) {
            found.add(new Difference(path, before, after));
        }
    }

    private static boolean areOtherNames(Map<?, ?> left, Map<?, ?> right) {
        return left.size() == 1 && right.size() == 1 && !left.keySet().equals(right.keySet());
    }

    /**
     * Returns the path of a key of a map.
     *
     * @param path the path of the map; empty for the top
     * @param key the key
     * @return both with a dot between them
     */
    public static String key(String path, String key) {
        String name = PLAIN.matcher(key).matches() ? key : "'" + key + "'";
        return path.isEmpty() ? name : path + "." + name;
    }
}
