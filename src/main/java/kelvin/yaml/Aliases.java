package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kelvin.contract.Stability;

/**
 * Names that the field uses for what a vocabulary calls otherwise. YAML accepts none of them: errors suggest the name that it
 * accepts.
 *
 * @param components names of components by their {@linkplain #plain plain} aliases
 * @param keys keys of components by their plain aliases
 */
@Stability(MAY_CHANGE)
public record Aliases(Map<String, List<String>> components, Map<String, List<String>> keys) {
    /** No aliases. */
    public static final Aliases NONE = new Aliases(Map.of(), Map.of());

    /**
     * Reads aliases from tables with a line {@code name: alias, alias, …} for each name.
     *
     * @param components the table of components
     * @param keys the table of keys
     * @return the aliases
     */
    public static Aliases of(String components, String keys) {
        return new Aliases(table(components), table(keys));
    }

    private static Map<String, List<String>> table(String lines) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(':');
            for (String alias : line.substring(colon + 1).split(",", -1)) {
                names.computeIfAbsent(plain(alias), none -> new ArrayList<>()).add(line.substring(0, colon));
            }
        });
        return names;
    }

    /** Returns a name as spellings of it have in common: its letters and digits in lower case, √ being {@code sqrt}. */
    public static String plain(String name) {
        return name.substring(0, Math.min(name.length(), NearestName.MAX_CHARACTERS))
                .toLowerCase(Locale.ROOT)
                .replace("√", "sqrt")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /**
     * Returns those of some keys that another may stand for.
     *
     * @param key an alias
     * @param allowed the keys
     * @return the keys whose alias it is
     */
    public List<String> keysFor(String key, Collection<String> allowed) {
        return keys.getOrDefault(plain(key), List.of()).stream()
                .filter(allowed::contains)
                .toList();
    }
}
