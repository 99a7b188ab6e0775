/**
 * Experiments as files: YAML to immutable records, with sweeps, overrides and requests to trace.
 *
 * <p>Start with {@link kelvin.experiment.ExperimentFile}, which reads and checks one file, and {@link kelvin.experiment.Experiment},
 * the record that it gives. The files of other commands are beside them: {@link kelvin.experiment.DecisionLog} and
 * {@link kelvin.experiment.ChoiceFile}. {@link kelvin.experiment.ComponentKinds} lists the kinds of records that YAML
 * names, {@link kelvin.experiment.Catalog} finds and reads them; {@code kelvin.yaml} binds YAML to the records; {@code kelvin.results} keeps what playing
 * them gives.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.experiment;

import org.jspecify.annotations.NullMarked;
