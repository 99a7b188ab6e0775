/**
 * The folder that keeps the results of an experiment: CSV files, manifest, checkpoints, verification.
 *
 * <p>Start with {@link kelvin.results.ResultsFolder}, and {@link kelvin.results.PlayIntoFolder}, which plays an experiment into one.
 * {@link kelvin.results.StoredResults} reads complete results with their manifest, {@link kelvin.results.CheckpointFolder} lets a run
 * resume, {@link kelvin.results.Reuse} finds what of a folder an experiment can use, {@link kelvin.results.Verification} plays results again and compares. Each CSV file has one class, which defines its columns
 * once for writing and reading: {@code CurvesCsv}, {@code RunsCsv} and so on; {@link kelvin.results.DataFiles} lists them.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.results;

import org.jspecify.annotations.NullMarked;
