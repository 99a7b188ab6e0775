/**
 * Decisions with a journal that accounts for them, in a program that decides and learns at the same time, restarts and
 * is killed.
 *
 * <p>Start with {@link kelvin.decision.DecisionMaker}: {@code decide} answers with a {@link kelvin.decision.Decision},
 * {@code reward} may come late, twice or never, and {@link kelvin.decision.Settings} say what it goes by. Given a folder it keeps a
 * journal and snapshots of its {@link kelvin.decision.State}; {@link kelvin.decision.ReplayCheck} draws every decision of a journal
 * again. {@code kelvin.decision.family} holds many, each by its name. A service watches {@link kelvin.decision.DecisionHealth} and is
 * told by a {@link kelvin.decision.DecisionListener}; {@link kelvin.decision.DecisionFolder} and {@link kelvin.decision.JournalLog}
 * read a folder from outside.
 *
 * <h2>The format of a folder</h2>
 *
 * <p>Generation n, from 1, is {@code journal-00000n.jsonl} and {@code state-00000n.json}, the state that the journal goes on from.
 * The two newest snapshots are kept, and all journals until {@code kelvin.decision.erasure.OldJournals} removes old ones. A journal is
 * UTF-8, one JSON object per line. The last member of each,
 * {@code crc}, is the CRC-32C of the bytes before it in eight hexadecimal digits. The first member tells the kind:
 *
 * <ul>
 *   <li>{@code start} (milliseconds since 1970): a program begins, by these {@code rules}, at this {@code version} and number of
 *       {@code decisions}, with so many {@code arms} of which these are {@code open}. The first line of each journal is one, and has
 *       the {@code chain}'s link before it; so has every restart that does something, without a link
 *   <li>{@code decision} (id): {@code step}, {@code time}, {@code version}, {@code action}, {@code propensity}, {@code open} where it
 *       was made among some arms only, {@code scores} where the caller gave values to choose by ({@code null} stands for −∞), and the
 *       {@code features} that a learner saw or the caller gave, or their hash, {@code featuresSha256}. Where it is not 0, the expected
 *       {@code loss} of the choice by the values it was drawn from, and {@code exploring} where the action was not the best. The propensity is {@code null} where a learner has none in closed form. Where something
 *       else than the policy decided, {@code group}: {@code control} or {@code stopped}. In shadow mode also the action that was
 *       {@code acted}, and its {@code actedPropensity} if that is known; the {@code action} of a reward is then that one.
 *       Where a slate is shown, instead of {@code action} and {@code propensity} the actions of the {@code slate}, the {@code inclusion}
 *       probability of each and the {@code logPropensity} of what is shown: of its order where it is {@code ordered}, else of its set
 *   <li>{@code reward} (id): {@code value}, {@code time}, {@code outcome}; where it was learned, as itself or as the default, also the
 *       decision's {@code step} and {@code action}, the new {@code estimate} and the {@code version} it makes; the {@code step} also
 *       where it came after that. Where several rewards count, each is {@code gathered}, with the {@code step}, and what they amount to
 *       is a record of its own, {@code settled}. One that was given for an action of a slate has that {@code action} also where it was
 *       not learned
 *   <li>{@code arm} (number): its {@code value}, {@code sum} and {@code count} of rewards, whether it is {@code open}, the
 *       {@code name} if it was given one, {@code time}, {@code version}. The {@code rules} of a {@code start} have the {@code names}
 *       of the first arms, if any; an arm that has a name already keeps it
 *   <li>{@code switch} ({@code stop} or {@code release}): the kill switch was turned on, at this {@code action}, or off;
 *       {@code time}, {@code version}. A {@code start} has {@code stopped}, the action, while it is on
 *   <li>{@code link}: the SHA-256, in hexadecimal, of the link before it and of all lines since, line breaks included. It ends each
 *       write. The first link of a folder is 64 zeros
 * </ul>
 *
 * <p>So an edited, added or missing line shows even if its checksum was made anew, and a missing or replaced journal too: the next
 * one, and its snapshot, go on from a link. {@code journal.end} holds number, length and link of the newest journal when the folder
 * was last opened or closed, so that a journal cut off before that shows. The chain is not a signature: whoever rewrites
 * every link goes undetected; keep a link elsewhere against that.
 *
 * <p>A journal above 64 MiB is followed by the next, whoever writes. It is there with its first line from its first moment on; the
 * snapshot is written after it. Forced to disk are each commit, each new journal, snapshot and {@code journal.end}, and the folder
 * after those. After {@code kill -9} everything that was committed is there, and perhaps more; after a loss of power the same, as
 * far as the disk keeps its word. What was being written is put aside into {@code journal-00000n.jsonl.tail-…} when the folder is
 * opened next. All else that is not as it was written is a {@link kelvin.decision.journal.DamagedFile}, and {@link kelvin.decision.SalvageReport}
 * the way out. Formats are 3, which is written, and 2, which lacks what 3
 * added: {@code scores}, {@code features}, losses, default rewards and those that are gathered.
 *
 * <p>One decision maker at a time writes into a folder. The system's locks on {@code lock} and on the newest journal see to that,
 * also if {@code lock} is deleted.
 *
 * <p>Needs Commons RNG only. Imports {@code learner}, {@code model}, {@code policy}, {@code schedule}, {@code numeric}, {@code random}, {@code contract}, {@code json} and {@code file}; reads and
 * writes the files of its folder and no others.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.decision;

import org.jspecify.annotations.NullMarked;
