package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Optional;
import kelvin.contract.Stability;

/**
 * A parameter of a named record, as {@code kelvin list} shows it.
 *
 * @param name the key in YAML, the record component
 * @param type what may stand there, in plain words
 * @param ifAbsent the default as written in YAML; empty if the parameter must be written
 */
@Stability(MAY_CHANGE)
public record Parameter(String name, String type, Optional<String> ifAbsent) {}
