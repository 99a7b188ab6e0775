/**
 * Erasure of ids and contexts from journals (the right to be forgotten), and removal of old journals. Erasure leaves what a decision was drawn with and what it gave.
 *
 * <p>Start with {@link kelvin.decision.erasure.Erasure}; {@link kelvin.decision.erasure.OldJournals} prunes by age. A line whose id or context is erased keeps its kind, step, time, version,
 * action, propensity and reward. A context's name becomes {@code erased at}, the time, {@code after} and the first 16 digits of the
 * link that its journals ended with. An id becomes {@code erased 17}, by the step of the decision; its features and scores go; a last
 * member {@code erased} says so, {@code "id"} or {@code "context"}. Snapshots and state records name the same pseudonyms. All
 * journals of the folder are written anew with new links, and a last line {@code erased} tells when, how many records, and the link
 * ({@code chain}) that the folder ended with before.
 *
 * <p><b>While a program goes on</b> ({@link kelvin.decision.erasure.RunningErasure}, used by {@code DecisionMaker.erase} and
 * {@code DecisionMakers.erase}): the closed journals and the snapshots are written anew beside the present ones, then, while nothing is
 * appended, the present journal; one rename puts all in force. Killed before it, nothing is erased; killed after it, the next opening
 * completes the exchange. Who reads the files of the folder at that moment gets an error and reads again.
 *
 * <p><b>Learners.</b> Erasing a context of a family removes the learner's states from its state records too, with the features of
 * decisions whose rewards are to come; no number of its model is left. Its decisions are counted as erased and not replayed. Single ids
 * are refused where a learner decides: its weights are made of their features, and a replay or a restart needs these.
 *
 * <p><b>What stays.</b> Sums and counts: the estimate of an arm, the counts of outcomes, and what an erased context gave to the sums of a
 * shared prior.
 *
 * <p><b>What an auditor may conclude.</b> The new chain shows every change made after the erasure. That nothing but the ids was
 * changed by the erasure itself it does not show: whoever kept the old link finds it named in the {@code erased} line, and so
 * learns that the folder was rewritten, when, and how many records of it; without a copy of the old journals he takes the rest on
 * trust. The records are pseudonymous, not anonymous: action, time, propensity and reward stay, and who knows a person's times may
 * find the person's records. Copies and backups of the folder are not erased.
 *
 * <p>Imports {@code contract}, {@code json}, {@code file} and {@code decision.journal}; reads and writes the files of the folder that it
 * is given.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.decision.erasure;

import org.jspecify.annotations.NullMarked;
