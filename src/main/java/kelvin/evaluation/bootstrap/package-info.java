/**
 * Computes the resamples of a Poisson bootstrap of weighted decisions, of which none has to be kept.
 *
 * <p>Start at {@link kelvin.evaluation.bootstrap.Resamples}. Only {@link kelvin.evaluation.Evaluation} uses this package.
 *
 * <p>Stability: internal. What is public may change with any version.
 */
@NullMarked
package kelvin.evaluation.bootstrap;

import org.jspecify.annotations.NullMarked;
