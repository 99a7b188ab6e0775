package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.contract.Default;
import kelvin.contract.Stability;

/**
 * The vocabulary of a YAML format: the kinds of records that it names, and the records whose numbers may vary.
 *
 * @param kinds the kinds, in the order in which a name is looked up
 * @param varying the form of records whose numbers vary
 * @param aliases names of the field for what the vocabulary calls otherwise, which errors explain
 */
@Stability(MAY_CHANGE)
public record Vocabulary(List<ComponentKind> kinds, VaryingForm varying, Aliases aliases) {
    public Vocabulary {
        kinds = List.copyOf(kinds);
    }

    /**
     * Returns the kinds that may be named where a value of a type is expected: the kind whose interface the type is or extends, or
     * else all kinds whose interfaces extend the type, each followed by those that it wraps.
     *
     * @return the kinds, the usual one first; empty if records of that type are not named
     */
    List<ComponentKind> of(Class<?> type) {
        if (!type.isInterface()) {
            return List.of();
        }
        List<ComponentKind> own = kinds.stream()
                .filter(kind -> kind.type().isAssignableFrom(type))
                .limit(1)
                .toList();
        return (own.isEmpty() ? kinds.stream().filter(kind -> type.isAssignableFrom(kind.type())) : own.stream())
                .flatMap(ComponentKind::andWrapped)
                .toList();
    }

    /** Returns true if a record is written with its name. */
    boolean named(Record value) {
        return kinds.stream().anyMatch(kind -> kind.type().isInstance(value));
    }

    /** Returns the name that {@link ComponentFinder#find} would turn into this record. */
    String name(Class<?> type) {
        boolean own = kinds.stream()
                .anyMatch(kind -> kind.type().isAssignableFrom(type)
                        && kind.packages().contains(type.getPackageName())
                        && !type.isMemberClass());
        return own ? type.getSimpleName() : type.getName();
    }

    /**
     * Returns the parameters of a record.
     *
     * @param type the record
     * @return its parameters in order
     */
    public List<Parameter> parameters(Class<? extends Record> type) {
        VaryingRecord varies = new VaryingRecord(varying, type);
        return Stream.of(type.getRecordComponents())
                .map(c -> new Parameter(
                        c.getName(),
                        describe(varies.mayVary(c) ? varying.variation() : c.getGenericType()),
                        Optional.ofNullable(c.getAnnotation(Default.class)).map(Default::value)))
                .toList();
    }

    /** Describes in plain words the form in which a value of this type is written. */
    String describe(Type type) {
        Class<?> raw = YamlTypes.raw(type);
        if (YamlTypes.isReal(raw)) {
            return "number";
        } else if (YamlTypes.isInt(raw) || YamlTypes.isLong(raw)) {
            return "whole number";
        } else if (YamlTypes.isTruth(raw)) {
            return "true or false";
        } else if (raw == String.class) {
            return "text";
        } else if (raw.isEnum()) {
            return YamlTypes.words(raw).stream().collect(Collectors.joining(", "));
        } else if (raw == List.class) {
            return listOf(YamlTypes.element(type));
        } else if (raw == Map.class) {
            return "labels, each with " + describe(YamlTypes.element(type));
        } else if (raw == Optional.class) {
            return describe(YamlTypes.element(type));
        }
        String brief = ShortForms.words(raw);
        return of(raw).stream()
                .findFirst()
                .map(kind -> brief.isEmpty() ? kind.label() : brief + " or " + kind.label())
                .orElse(brief.isEmpty() ? raw.getSimpleName() : brief);
    }

    /** Describes a list of elements of this type. */
    String listOf(Type element) {
        return "list of "
                + (YamlTypes.raw(element) == List.class
                        ? listOf(YamlTypes.element(element)).replaceFirst("list", "lists")
                        : describe(element).replaceAll("y$", "ie") + "s");
    }
}
