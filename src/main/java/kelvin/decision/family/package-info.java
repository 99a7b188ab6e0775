/**
 * Families of decision makers: many contexts (pages, countries, devices), each with estimates of its own, in the few journals of one
 * root folder.
 *
 * <p>Start with {@link kelvin.decision.family.DecisionMakers}: {@code with(name, use)} runs an operation on the decision maker of a
 * name, which is read back when it is needed and let go when another needs its place.
 *
 * <h2>The design</h2>
 *
 * <p>A folder for each context would cost a million contexts four million inodes, 12 GB of blocks and 20 ms of fsync each. So the
 * contexts are spread, by a hash of their names, over a fixed number of <b>shards</b>. A shard is a folder with journals in the
 * format of {@link kelvin.decision} and no snapshots:
 *
 * <ul>
 *   <li>{@code journal-00000n.jsonl}: lines as a decision maker writes them, each with a last member {@code context}, the name, and
 *       {@code back}, the place [journal, byte] of the line of the same context before it. A context's first line has no
 *       {@code back}. Where many lines have come since the last one and the context is let go, it writes a {@code state} record: the
 *       complete state, before which no line is read. So the lines that tell a context's state are found from its newest one, wherever they are, and no
 *       other line is read
 *   <li>{@code index-00000n.bin}: for each context the place of its newest line when journal n began, and the rules that lines
 *       from given places on were written by. It names the link of the chain that journal n goes on from. Derived from the journals,
 *       and made from them again where it is missing or damaged
 *   <li>{@code journal.end}, as in the folder of a single decision maker
 * </ul>
 *
 * <p><b>Memory</b> holds an entry of 16 bytes per context, in a table at least a third full, and the states of a bounded number of
 * contexts. Who is let go leaves nothing but its lines. <b>Opening</b> a shard reads the newest index and the journals since, whose
 * checksums and links are verified; no state is computed before its context is asked for. <b>After kill -9</b> the same. <b>Commits</b>
 * are one forced write for all contexts of a shard that wait. <b>Files</b> held open are one journal per shard in use, one lock, and
 * those from which a thread is just reading a context back. <b>Locks</b>: a context that is read back or let go holds up those who
 * want the same one; the others meet at short monitors, and at the disk when a journal longer than 16 MiB and than four indexes is
 * followed by the next.
 *
 * <p><b>Erasure and pruning.</b> An erased context's lines stay under a pseudonym, and no index leads to them. A journal is pruned once
 * no context is read back from it; a line {@code pruned} tells its number and when.
 *
 * <p><b>Salvage.</b> {@link kelvin.decision.family.FamilySalvage} copies the whole lines of damaged shards with new links and
 * {@code back} places. Where a context's lines do not follow from each other it puts a {@code state} record with a member
 * {@code salvaged} between them, so that no line before it is read. A line {@code pruned} keeps the number by which its journal went
 * before.
 *
 * <p><b>Shared priors.</b> Where contexts share what they learn ({@link kelvin.decision.family.SharedPrior}), each shard keeps six sums
 * for each arm, whatever the number of contexts. They follow from its lines in their order, to the bit: the line of a learned reward has a
 * member {@code own}, the number and sum of the context's rewards of that arm before it, and a state record has these for all arms.
 * A start record holds the sums at its place, {@code shared}, so that opening reads no more than it would without. A new context's first line,
 * {@code prior}, lists the arms that have one as [action, value, weight]; it is written when the name is first used, at the moment at which
 * the prior is computed, under the short monitor of the shard's journal. {@link kelvin.decision.family.FamilyCheck} computes
 * sums and priors again. An erased context's rewards stay in the sums. After lost lines a salvaged start record says so, and
 * priors up to the next one with sums are passed over.
 *
 * <p><b>Choices</b> are those of one decision maker for each name with the seed {@code seed.child(name)}: bit for bit the same for
 * the same calls, and from the prior in its first line where there is one.
 *
 * <p>Needs Commons RNG only. Imports {@code decision} and what that imports; reads and writes below its root folder.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.decision.family;

import org.jspecify.annotations.NullMarked;
