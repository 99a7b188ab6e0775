package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.contract.Stability;

/**
 * A kind of component that YAML may name: an interface, and the packages in which its records live.
 *
 * @param label the kind as errors and lists call it, such as {@code policy}
 * @param type the interface that every record of this kind implements
 * @param packages the packages whose public records YAML names simply, the package of the interface first
 * @param wrappers other kinds that may be named where this one is expected, each with the record of this kind that is made of
 *     them: they become its first component, and its other components have their defaults
 * @param example one component of this kind as YAML writes it, which errors show
 */
@Stability(MAY_CHANGE)
public record ComponentKind(
        String label,
        Class<?> type,
        List<String> packages,
        Map<ComponentKind, Class<? extends Record>> wrappers,
        String example) {
    public ComponentKind {
        packages = List.copyOf(packages);
    }

    /**
     * Creates a kind without wrappers.
     *
     * @param label the kind as errors and lists call it
     * @param example one component of this kind as YAML writes it
     * @param type the interface that every record of this kind implements
     * @param families names of packages below the interface's own that hold records too
     * @return the kind
     */
    public static ComponentKind of(String label, String example, Class<?> type, String... families) {
        String root = type.getPackageName();
        List<String> packages = Stream.concat(
                        Stream.of(root), Stream.of(families).map(family -> root + "." + family))
                .toList();
        return new ComponentKind(label, type, packages, Map.of(), example);
    }

    /** Returns the label with its article, such as {@code an arm}. */
    String one() {
        return ("aeiou".indexOf(label.charAt(0)) < 0 ? "a " : "an ") + label;
    }

    /** Returns this kind and those that its wrappers take, in the order of the wrappers. */
    Stream<ComponentKind> andWrapped() {
        return Stream.concat(Stream.of(this), wrappers.keySet().stream());
    }
}
