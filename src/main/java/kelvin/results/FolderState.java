package kelvin.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.experiment.Changes;
import kelvin.experiment.Experiment;
import kelvin.file.Folders;
import kelvin.file.IoMessage;
import kelvin.results.ResultsFolder.State;
import kelvin.yaml.BadInput;

/**
 * The state of a results folder as seen by one experiment, with its manifest read once.
 *
 * @param state the state
 * @param stored the complete results; empty where there are none, or their manifest cannot be read
 * @param changes from the experiment of the results to this one; empty where the manifest cannot be read, or is damaged
 * @param problem what is damaged, or which values differ, in words; else empty
 */
record FolderState(State state, Optional<StoredResults> stored, Optional<Changes> changes, String problem) {
    /** The file that results were played from, beside them. */
    static final String EXPERIMENT = "experiment.yaml";

    private static final int MAX_NAMED = 5;

    /** The files that every complete results folder has beside its manifest. */
    static final List<String> FILES =
            Stream.concat(Stream.of(EXPERIMENT), DataFiles.REQUIRED.stream()).toList();

    /**
     * Looks into a folder.
     *
     * @throws BadInput if it is a file
     */
    static FolderState of(Path folder, Experiment experiment) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BadInput(folder + ": is a file, must be a folder or absent");
        } else if (!holds(folder, Manifest.FILE)) {
            boolean parts = FILES.stream().anyMatch(name -> holds(folder, name));
            return new FolderState(parts ? State.INCOMPLETE : State.ABSENT, Optional.empty(), Optional.empty(), "");
        }
        try {
            return of(StoredResults.of(folder), experiment);
        } catch (BadInput e) {
            State state = FILES.stream().allMatch(name -> holds(folder, name)) ? State.DAMAGED : State.INCOMPLETE;
            return new FolderState(state, Optional.empty(), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private static FolderState of(StoredResults stored, Experiment experiment) {
        Optional<String> damage = stored.manifest().damage();
        if (damage.isPresent()) {
            return stored.absent().isEmpty()
                    ? new FolderState(State.DAMAGED, Optional.of(stored), Optional.empty(), damage.get())
                    : new FolderState(State.INCOMPLETE, Optional.empty(), Optional.empty(), "");
        }
        Changes changes = stored.changes(experiment);
        Optional<String> other = stored.manifest().otherFormat().or(changes::values);
        if (other.isPresent() && (stored.absent().isEmpty() || stored.isExcerpt())) {
            return new FolderState(State.OTHER, Optional.of(stored), Optional.of(changes), other.get());
        } else if (!stored.absent().isEmpty()) {
            return new FolderState(
                    State.INCOMPLETE,
                    Optional.empty(),
                    other.isPresent() ? Optional.empty() : Optional.of(changes),
                    "");
        } else if (changes.unplayed() || (changes.fewer() && stored.isLimitedOtherwise(experiment))) {
            return new FolderState(State.EXTENSIBLE, Optional.of(stored), Optional.of(changes), "");
        }
        State same = changes.words().isEmpty() ? State.EQUAL : State.REWORDED;
        return stored.damage()
                .map(problem -> new FolderState(State.DAMAGED, Optional.of(stored), Optional.of(changes), problem))
                .orElseGet(() -> new FolderState(same, Optional.of(stored), Optional.of(changes), ""));
    }

    /**
     * Refuses a folder that is absent or has no manifest.
     *
     * @throws BadInput if so
     */
    static void requireManifest(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput(folder
                    + (Files.exists(folder)
                            ? ": is a file, must be a results folder"
                            : ": there is no such results folder"));
        } else if (!holds(folder, Manifest.FILE)) {
            throw new BadInput(folder + ": " + withoutManifest(folder));
        }
    }

    /** Says what a folder without a manifest is: results that are incomplete, a folder of results folders, or neither. */
    private static String withoutManifest(Path folder) {
        if (FILES.stream().anyMatch(name -> holds(folder, name))) {
            return "is incomplete, there is no " + Manifest.FILE + "; run the experiment again";
        }
        List<String> inside = inside(folder);
        int more = inside.size() - MAX_NAMED;
        return inside.isEmpty()
                ? "is no results folder, there is no " + Manifest.FILE
                : "holds results folders, must be one of them, or " + folder.resolve("*") + " for all: "
                        + String.join(", ", inside.subList(0, Math.min(inside.size(), MAX_NAMED)))
                        + (more > 0 ? " and " + more + " more" : "");
    }

    private static List<String> inside(Path folder) {
        try {
            return Folders.names(folder).stream()
                    .filter(name -> holds(folder.resolve(name), Manifest.FILE))
                    .toList();
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(folder, e));
        }
    }

    private static boolean holds(Path folder, String name) {
        return Files.exists(folder.resolve(name));
    }
}
