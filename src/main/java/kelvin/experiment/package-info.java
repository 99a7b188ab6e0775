/**
 * Experiments as files: YAML to immutable records, and the folder that keeps what running them gave.
 *
 * <p>Start with {@link kelvin.experiment.ExperimentFile}, which reads and checks one file,
 * {@link kelvin.experiment.Experiment}, what it says, and {@link kelvin.results.ResultsFolder}, where its results go.
 * {@link kelvin.yaml.Catalog} finds every name that YAML may use; a new record needs no entry anywhere. The only
 * package that knows YAML and CSV, reads files or uses reflection. May import everything but {@code chart} and {@code cli}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.experiment;

import org.jspecify.annotations.NullMarked;
