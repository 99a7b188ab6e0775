package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import kelvin.contract.Stability;
import kelvin.decision.journal.FolderLock;
import kelvin.decision.journal.JournalSequence;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a decision maker's folder, read without its lock and without changing anything, also while a decision maker
 * writes there. What that one has not committed yet is not seen.
 *
 * @param state the state that the newest snapshot and the journals since lead to
 * @param settings the settings in force, by name, as the journal records them: policy and step size are their texts
 * @param journals the journals, oldest first
 * @param snapshots the snapshots, oldest first
 * @param inUse whether a decision maker has the folder open, in this process or another
 * @param notes what had to be left out: a corrupt snapshot, a line whose write was interrupted or is going on
 */
@Stability(MAY_CHANGE)
public record DecisionFolder(
        State state,
        Map<String, Object> settings,
        List<StoredFile> journals,
        List<StoredFile> snapshots,
        boolean inUse,
        List<String> notes) {
    /** The number of readings after which a reader gives up whom the writer takes a snapshot away from each time. */
    private static final int MOST_READINGS = 10;

    public DecisionFolder {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        journals = List.copyOf(journals);
        snapshots = List.copyOf(snapshots);
        notes = List.copyOf(notes);
    }

    /**
     * A journal or snapshot.
     *
     * @param number its number, from 1
     * @param bytes how long it is
     * @param written when it was written last
     */
    public record StoredFile(long number, long bytes, Instant written) {}

    /**
     * Reads the newest snapshot of a folder and the journals since; again, if the writer removes a snapshot meanwhile.
     *
     * @param folder a decision maker's folder
     * @return its contents
     * @throws kelvin.decision.journal.DamagedFile if a file is not as it was written and no other can stand in
     * @throws IOException if it is no such folder, or a file cannot be read
     */
    public static DecisionFolder read(Path folder) throws IOException {
        for (int reading = 1; ; reading++) {
            try {
                return readOnce(folder);
            } catch (NoSuchFileException | FileNotFoundException e) {
                if (reading == MOST_READINGS || !Files.isDirectory(folder) || !FolderLock.isHeld(folder)) {
                    throw JournalSequence.reworded(e);
                }
            } catch (IOException e) {
                throw JournalSequence.reworded(e);
            }
        }
    }

    private static DecisionFolder readOnce(Path folder) throws IOException {
        List<String> notes = new ArrayList<>();
        List<StoredFile> journals = stored(folder, StateFiles::journal);
        List<StoredFile> snapshots = stored(folder, StateFiles::snapshot);
        StateFiles.Found found = StateFiles.newestReadable(folder, notes);
        JournalReplay replay = new JournalReplay(found.snapshot(), RecordedSettings::reading);
        JournalSequence.read(
                folder, found.generation(), found.snapshot().link(), StateFiles.last(folder), replay, notes);
        return new DecisionFolder(
                replay.state().state(),
                named(replay.settings()),
                journals,
                snapshots,
                FolderLock.isHeld(folder),
                notes);
    }

    private static Map<String, Object> named(@Nullable RecordedSettings settings) {
        Map<String, Object> named = new LinkedHashMap<>();
        if (settings != null) {
            settings.map().forEach((name, value) -> {
                if (value != null) {
                    named.put(name, value);
                }
            });
        }
        return named;
    }

    private static List<StoredFile> stored(Path folder, BiFunction<Path, Long, Path> name) throws IOException {
        List<StoredFile> stored = new ArrayList<>();
        for (long number : StateFiles.all(folder)) {
            Path file = name.apply(folder, number);
            if (Files.exists(file)) {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                stored.add(new StoredFile(
                        number, now.size(), now.lastModifiedTime().toInstant()));
            }
        }
        return stored;
    }

    /**
     * Returns the time of the latest decision.
     *
     * @return the time; null if there is none
     */
    public @Nullable Instant lastDecision() {
        List<RewardedDecision> remembered = state.remembered();
        return remembered.isEmpty()
                ? null
                : Instant.ofEpochMilli(
                        remembered.get(remembered.size() - 1).decision().time());
    }
}
