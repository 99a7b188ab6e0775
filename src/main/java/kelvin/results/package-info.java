/**
 * The folder that keeps the results of an experiment: CSV files, manifest, checkpoints, verification.
 *
 * <p>Start with {@link kelvin.results.ResultsFolder}. {@code Manifest} records the values and checksums, {@link kelvin.results.CheckpointFolder} lets a run resume,
 * {@link kelvin.results.Verification} plays results again and compares.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.results;

import org.jspecify.annotations.NullMarked;
