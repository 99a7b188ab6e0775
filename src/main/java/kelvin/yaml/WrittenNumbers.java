package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.LinkedHashMap;
import java.util.Map;
import kelvin.contract.Stability;
import kelvin.yaml.YamlMapping.Field;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Numbers with the text that a document writes them in: 0.10, 1e3. */
@Stability(MAY_CHANGE)
public final class WrittenNumbers {
    private WrittenNumbers() {}

    /**
     * Collects the numbers that are values anywhere within a field.
     *
     * @param field a number, a list or a mapping
     * @return the text of each number; of one that is written in several ways, the first
     * @throws BadInput if one of them is not finite
     */
    public static Map<Double, String> of(Field field) {
        Map<Double, String> all = new LinkedHashMap<>();
        collect(field.value(), field.place(), all);
        return all;
    }

    private static void collect(Node node, SourceLocation place, Map<Double, String> all) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(pair -> collect(pair.getValueNode(), place, all));
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(each -> collect(each, place, all));
        } else if (node instanceof ScalarNode scalar && YamlScalars.isNumber(node)) {
            all.putIfAbsent(YamlScalars.real(node, place), scalar.getValue());
        }
    }
}
