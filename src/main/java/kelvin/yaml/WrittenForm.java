package kelvin.yaml;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.contract.Default;
import kelvin.yaml.YamlMapping.Field;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Says in which form components and their parameters are written, by an example close to what was found. */
final class WrittenForm {
    private static final int MAX_KEYS = 4;

    private final UnknownComponent names;

    WrittenForm(ComponentFinder components) {
        names = new UnknownComponent(components);
    }

    /** Returns the form of a component of some kinds, the first being the usual one. */
    String of(List<ComponentKind> kinds, Node found) {
        ComponentKind kind = kinds.get(0);
        String brief = ShortForms.words(kind.type());
        boolean several = found instanceof SequenceNode && brief.contains("number");
        return kind.one() + (brief.isEmpty() ? "," : ", a " + brief + " or") + " written " + example(kinds, found)
                + (several ? NumberSlip.hint(found, false) : "");
    }

    /** Returns an example: the component that the text names, or else the usual one of its kind. */
    String example(List<ComponentKind> kinds, Node found) {
        String usual = kinds.get(0).example();
        return found instanceof ScalarNode text
                ? names.meant(text.getValue(), kinds)
                        .filter(type -> !usual.startsWith("{" + type.name() + ":"))
                        .map(type -> "{" + type.name() + ": " + parameters(type.type()) + "}")
                        .orElse(usual)
                : usual;
    }

    /** Requires that a mapping has one key, the name of a component. */
    void requireOneName(List<ComponentKind> kinds, Map<String, Field> found, SourceLocation place) {
        boolean one = found.size() == 1;
        if (one && found.values().iterator().next().value() instanceof MappingNode) {
            return;
        }
        Optional<ComponentType> outer = found.keySet().stream()
                .flatMap(key -> names.spelled(key, kinds).stream())
                .findFirst();
        Optional<ComponentType> inner = found.values().stream()
                .flatMap(field -> field.value() instanceof ScalarNode text
                        ? names.meant(text.getValue(), kinds).stream()
                        : Stream.empty())
                .findFirst();
        if (one && (outer.isPresent() || inner.isEmpty())) {
            return;
        }
        Set<String> keys = found.keySet();
        boolean indented = outer.filter(type ->
                        keys(type.type()).stream().filter(keys::contains).count() == keys.size() - 1)
                .isPresent();
        String example = outer.or(() -> inner)
                .or(() -> names.withKeys(keys, kinds))
                .map(type -> "{" + type.name() + ": " + parameters(type.type()) + "}")
                .orElse(kinds.get(0).example());
        String number = keys.isEmpty() ? "no name" : one ? "the name " : keys.size() + " names: ";
        boolean column = keys.contains("file") && outer.isEmpty();
        throw place.error("found " + number + String.join(", ", keys) + ", must be one "
                + kinds.get(0).label() + " written "
                + example
                + (column ? "; " + CsvColumn.FORM + " stands where a number is" : "")
                + (indented ? "; what belongs to " + outer.get().name() + " is indented below it" : ""));
    }

    /** Returns the form of the parameters of a record. */
    static String parameters(Class<?> type) {
        List<String> keys = required(type);
        return keys.isEmpty()
                ? "{}"
                : keys.stream().limit(MAX_KEYS).map(key -> key + ": …").collect(Collectors.joining(", ", "{", ""))
                        + (keys.size() > MAX_KEYS ? ", …}" : "}");
    }

    /** Returns the form of the parameters of a record where something else was found, which may be the value of the only one. */
    static String parameters(Class<?> type, Node found) {
        List<String> required = required(type);
        List<String> all = keys(type);
        if (required.size() == 1 && YamlScalars.isNumber(found)) {
            return "{" + required.get(0) + ": " + YamlScalars.show(found) + "}";
        }
        return required.isEmpty() && !all.isEmpty()
                ? "{}, or a mapping of some of " + String.join(", ", all)
                : (found instanceof MappingNode ? "a plain mapping " : "") + parameters(type);
    }

    /** Returns the form of a number that a component of some kinds may replace. */
    String numberOr(List<ComponentKind> kinds, Node found) {
        String hint = NumberSlip.hint(found, false);
        return "a number"
                + (hint.isEmpty() ? ", or " + kinds.get(0).one() + " written " + example(kinds, found) : hint);
    }

    static List<String> keys(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<String> required(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> !component.isAnnotationPresent(Default.class))
                .map(RecordComponent::getName)
                .toList();
    }
}
