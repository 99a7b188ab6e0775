/**
 * Append-only journals of checksummed lines, with group commit, a hash chain and a lock on their folder.
 *
 * <p>Start with {@link kelvin.decision.journal.Journal}, which writes {@link kelvin.decision.journal.JournalLine}s, and
 * {@link kelvin.decision.journal.JournalReader}, which reads and verifies them; {@link kelvin.decision.journal.SealedLine} gives the
 * form of a line. It knows nothing of decisions: {@code kelvin.decision} tells which lines there are.
 *
 * <p>Imports {@code contract}, {@code numeric}, {@code json} and {@code file}; reads and writes the journals and the {@code lock} of a
 * folder and no others.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.decision.journal;

import org.jspecify.annotations.NullMarked;
