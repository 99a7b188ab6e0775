package kelvin.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the paths at which two trees of maps and lists differ. */
final class TreeDifferences {
    private TreeDifferences() {}

    static void collect(String path, @Nullable Object a, @Nullable Object b, List<String> out) {
        if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
            Set<Object> keys = new LinkedHashSet<>(left.keySet());
            keys.addAll(right.keySet());
            keys.forEach(key -> collect(
                    path.isEmpty() ? String.valueOf(key) : path + "." + key, left.get(key), right.get(key), out));
        } else if (a instanceof List<?> left && b instanceof List<?> right) {
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                collect(
                        path + "[" + i + "]",
                        i < left.size() ? left.get(i) : "nothing",
                        i < right.size() ? right.get(i) : "nothing",
                        out);
            }
        } else if (!Objects.equals(a, b)) {
            out.add(path + ": " + a + " and " + b);
        }
    }
}
