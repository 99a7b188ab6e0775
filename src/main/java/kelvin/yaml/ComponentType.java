package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

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
     * Returns the summary of the record.
     *
     * @return the sentence of its {@link Summary}; empty if it carries none
     */
    public String summary() {
        Summary summary = type.getAnnotation(Summary.class);
        return summary == null ? "" : summary.value();
    }
}
