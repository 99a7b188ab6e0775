package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML mapping: its keys in order, each with its location and value.
 *
 * @param place the location of the mapping
 * @param all the fields by their keys
 */
@Stability(MAY_CHANGE)
public record YamlMapping(SourceLocation place, Map<String, Field> all) {
    /**
     * A key of a mapping: its location and the node of its value.
     *
     * @param place the location of the key
     * @param value the node of its value
     */
    public record Field(SourceLocation place, Node value) {}

    /**
     * Reads the keys of a mapping.
     *
     * @param field the mapping and its place
     * @return its keys in order
     * @throws BadInput if it is no mapping, or a key stands twice
     */
    public static YamlMapping of(Field field) {
        return of(field.value, field.place);
    }

    /**
     * Reads the keys of a mapping that is written in a form of its own.
     *
     * @param field the mapping and its place
     * @param form what the error says that it must be where it is no mapping
     * @return its keys in order
     * @throws BadInput if it is no mapping, or a key stands twice
     */
    public static YamlMapping of(Field field, String form) {
        return of(field.value, field.place, () -> form);
    }

    static YamlMapping of(Node node, SourceLocation place) {
        return of(node, place, () -> "a mapping {key: value}");
    }

    /** Reads the keys of a mapping; the form of one is for the error where there is none. */
    static YamlMapping of(Node node, SourceLocation place, Supplier<String> form) {
        if (!(node instanceof MappingNode mapping) || !node.getTag().equals(Tag.MAP)) {
            throw YamlScalars.wrong(node, place, form.get());
        }
        Map<String, Field> all = new LinkedHashMap<>();
        for (NodeTuple pair : mapping.getValue()) {
            Node key = pair.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                throw place.on(key).error("found " + YamlScalars.show(key) + " for a key, must be a plain name");
            }
            String name = scalar.getValue();
            Field first = all.put(name, new Field(place.key(name, key), pair.getValueNode()));
            if (first != null) {
                throw place.on(key)
                        .error("duplicate key '" + SourceLocation.shorten(name) + "', first on line "
                                + first.place.line());
            }
        }
        return new YamlMapping(place, all);
    }

    /**
     * Returns the field of a key.
     *
     * @param name the key
     * @return its location and value, or null where it is absent
     */
    @Nullable
    public Field get(String name) {
        return all.get(name);
    }

    void allowOnly(Collection<String> allowed) {
        allowOnly(allowed, Aliases.NONE);
    }

    /** Rejects other keys, and suggests the allowed one that was meant. */
    void allowOnly(Collection<String> allowed, Aliases aliases) {
        all.forEach((name, field) -> {
            if (!allowed.contains(name)) {
                throw place.at(field.place.line())
                        .error("unknown key '" + SourceLocation.shorten(name) + "'" + hint(name, allowed, aliases)
                                + " Allowed: "
                                + (allowed.isEmpty() ? "none" : String.join(", ", allowed)));
            }
        });
    }

    private String hint(String name, Collection<String> allowed, Aliases aliases) {
        String beginning = name.split("[:=]", 2)[0].strip();
        List<String> free =
                allowed.stream().filter(key -> !all.containsKey(key)).toList();
        List<String> meant = aliases.keysFor(name, free);
        if (name.matches("[0-9]+")) {
            return ", which a decimal comma may have made: numbers have a point.";
        } else if (beginning.length() < name.length() && allowed.contains(beginning)) {
            return ", must be " + beginning + ": and a blank.";
        }
        return meant.isEmpty() ? NearestName.hint(name, allowed) : NearestName.question(meant);
    }
}
