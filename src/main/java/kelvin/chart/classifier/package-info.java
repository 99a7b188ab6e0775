/**
 * Figures of classifiers: the confusion matrix, and what becomes of all classes when the logit of one is raised.
 *
 * <p>Start with {@link kelvin.chart.classifier.RaisedLogitFigure}. {@link kelvin.chart.Charts} writes figures to files; this package imports
 * {@code chart} and {@code metric}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.chart.classifier;

import org.jspecify.annotations.NullMarked;
