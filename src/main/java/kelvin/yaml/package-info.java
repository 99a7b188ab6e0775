/**
 * Reads YAML into records and writes records as YAML, strictly: every error names file, line and path.
 *
 * <p>Start with {@link kelvin.yaml.Binder}, which turns nodes into records: {@link kelvin.yaml.ComponentFinder} finds the record that a
 * name stands for, in a {@link kelvin.yaml.Vocabulary} that the caller brings, for this package knows no policies, learners or
 * worlds. {@code RecordWriter} does the opposite, {@link kelvin.contract.ShortForm} gives a type a brief form in both directions. No other
 * package knows a YAML library.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.yaml;

import org.jspecify.annotations.NullMarked;
