package kelvin.decision.family;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.contract.Stability;
import kelvin.decision.RecordedSettings;
import kelvin.decision.SalvageReport;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.Faults;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import org.jspecify.annotations.Nullable;

/**
 * Copies what is whole of a damaged family into a new root folder, which {@link DecisionMakers#open} opens, as
 * {@link SalvageReport#write} does with the folder of one decision maker.
 *
 * <p>A context that lost lines keeps the others. Before the first line that does not follow from those before it stands a
 * {@code state} record with a member {@code salvaged}: the state that the lines left lead to. After lost lines an estimate is that of
 * the next whole reward; sums and counts go on without those that are lost, and a learner begins anew. {@link FamilyCheck} passes over
 * the lines from there to the next state that the family itself wrote. The journals are numbered anew from 1; indexes are made when
 * the family is opened.
 */
@Stability(MAY_CHANGE)
public final class FamilySalvage {
    private FamilySalvage() {}

    /**
     * Reads all journals of a family and reports every fault. Nothing is written.
     *
     * @param folder the family's root folder
     * @return what came of it
     * @throws DamagedFile if {@code family.json} is not as it was written, or no journal begins with a whole line
     * @throws IOException if a file cannot be read
     */
    public static SalvageReport check(Path folder) throws IOException {
        return salvage(folder, null);
    }

    /**
     * Copies the whole lines of a family. The states of the contexts of one shard are held in memory.
     *
     * @param folder the family's root folder; nothing in it is changed
     * @param into a folder that does not exist or is empty
     * @return what came of it
     * @throws DamagedFile if {@code family.json} is not as it was written, or no journal begins with a whole line
     * @throws IOException if a file cannot be read or written, or the new folder is not empty
     */
    public static SalvageReport write(Path folder, Path into) throws IOException {
        return salvage(folder, into);
    }

    private static SalvageReport salvage(Path folder, @Nullable Path into) throws IOException {
        try {
            FamilyFolder family = FamilyFolder.read(folder);
            RecordedSettings rules = rules(family);
            List<Path> shards = family.folders();
            FamilyFolder made = into == null ? null : family.emptied(into);
            List<Path> copies = made == null ? List.of() : made.make();
            Faults lost = new Faults();
            long decisions = 0;
            long rewards = 0;
            for (int i = 0; i < shards.size(); i++) {
                Path shard = shards.get(i);
                if (Files.isDirectory(shard)) {
                    SalvagedShard copy = new SalvagedShard(
                            shard, made == null ? null : copies.get(i), rules, family.shared() != null, lost);
                    copy.copy();
                    decisions += copy.decisions();
                    rewards += copy.rewards();
                } else {
                    lost.add(shard + ": is missing");
                }
            }
            if (made != null) {
                made.seal();
            }
            return new SalvageReport(decisions, rewards, lost.list());
        } catch (IOException e) {
            throw JournalSequence.reworded(e);
        }
    }

    /** Returns the settings of the first journal that begins with a whole line. */
    private static RecordedSettings rules(FamilyFolder family) throws IOException {
        for (Path shard : family.folders()) {
            for (long number : Files.isDirectory(shard) ? JournalSequence.numbers(shard) : List.<Long>of()) {
                try {
                    return RecordedSettings.of(JournalReader.first(JournalSequence.file(shard, number))
                                    .fields("rules"))
                            .readable();
                } catch (DamagedFile | IllegalArgumentException | ArithmeticException e) {
                    // the next one may be whole
                }
            }
        }
        throw new DamagedFile(
                family.folder() + ": found no journal that begins with a whole line, which tells the settings;"
                        + " without it --salvage can do nothing");
    }
}
