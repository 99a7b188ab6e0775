package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * A name that YAML may use, with the record that it stands for.
 *
 * @param name the name: the record's simple name, or the full class name of a user's own record
 * @param kind what it stands for
 * @param type the record
 */
@Stability(MAY_CHANGE)
public record ComponentType(String name, ComponentKind kind, Class<? extends Record> type) {
    /**
     * Returns the parameters of the record.
     *
     * @return its parameters in order
     */
    public List<Parameter> parameters() {
        return Stream.of(type.getRecordComponents())
                .map(c -> new Parameter(
                        c.getName(),
                        YamlTypes.describe(c.getGenericType()),
                        Optional.ofNullable(c.getAnnotation(Default.class)).map(Default::value)))
                .toList();
    }

    /**
     * Returns the summary of the record.
     *
     * @return the sentence of its {@link Summary}; empty if it carries none
     */
    public String summary() {
        Summary summary = type.getAnnotation(Summary.class);
        return summary == null ? "" : summary.value();
    }
}
