/**
 * Results as a report page: question, answer in words, table, charts, and provenance.
 *
 * <p>Start with {@link kelvin.report.ReportPage}, one experiment, and {@link kelvin.report.GalleryPage}, the index of many. What a
 * page says in words follows from its numbers in {@code Answer}; {@code Html} holds the frame that all pages share. A page is
 * one file that loads nothing. Imports {@code metric} and {@code contract}
 * only.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.report;

import org.jspecify.annotations.NullMarked;
