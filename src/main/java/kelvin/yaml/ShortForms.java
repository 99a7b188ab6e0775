package kelvin.yaml;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.contract.ShortForm;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The {@linkplain ShortForm short forms} that a type brings: recognised, named in errors, and written. */
final class ShortForms {
    private ShortForms() {}

    /** Returns the short forms that may stand where a type is expected. */
    static List<ShortForm> of(Class<?> type) {
        return List.of(type.getAnnotationsByType(ShortForm.class));
    }

    /** Returns the short form of a type in which a node is written, if it is. */
    static Optional<ShortForm> of(Class<?> type, Node node) {
        return of(type).stream().filter(form -> fits(form, node)).findFirst();
    }

    private static boolean fits(ShortForm form, Node node) {
        RecordComponent[] header = form.value().getRecordComponents();
        if (!form.word().isEmpty()) {
            return header.length == 0
                    ? node instanceof ScalarNode scalar && scalar.getValue().equals(form.word())
                    : node instanceof MappingNode;
        }
        return header[0].getType() == List.class
                ? node instanceof SequenceNode || isCsvFile(header[0], node)
                : YamlScalars.isNumber(node);
    }

    /** Returns whether the lines of a CSV file stand for a list of texts. */
    private static boolean isCsvFile(RecordComponent list, Node node) {
        return YamlTypes.element(list.getGenericType()) == String.class && node instanceof MappingNode;
    }

    /** Names the short forms of a type: {@code a}, {@code a or b}, or {@code a, b, or c}; empty where it brings none. */
    static String words(Class<?> type) {
        List<String> forms = of(type).stream().map(ShortForm::form).toList();
        int last = forms.size() - 1;
        return last < 2
                ? String.join(" or ", forms)
                : String.join(", ", forms.subList(0, last)) + ", or " + forms.get(last);
    }

    /** Writes a record in its short form, if it has one. */
    static Optional<Object> write(RecordWriter writer, Record value) {
        return Stream.concat(
                        Stream.of(value.getClass()), Stream.of(value.getClass().getInterfaces()))
                .flatMap(type -> of(type).stream())
                .filter(form -> form.value() == value.getClass())
                .findFirst()
                .map(form -> write(writer, value, form.word()));
    }

    private static Object write(RecordWriter writer, Record value, String word) {
        RecordComponent[] header = value.getClass().getRecordComponents();
        if (word.isEmpty()) {
            return writer.of(RecordWriter.read(value, header[0]));
        }
        return header.length == 0 ? word : Map.of(word, writer.components(value));
    }
}
