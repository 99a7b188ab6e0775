package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import kelvin.contract.Stability;
import kelvin.file.Folders;

/**
 * Replaces the files of a folder by new versions, all of them or none. The new versions are written into a subfolder
 * {@code rewriting}; renaming it to {@code rewritten} is the moment from which on they count. What is killed before that is undone,
 * and what is killed after it is completed, when the folder is opened next.
 */
@Stability(MAY_CHANGE)
public final class FolderSwap {
    private static final String PREPARED = "rewriting";
    private static final String READY = "rewritten";

    private FolderSwap() {}

    /**
     * Makes the empty subfolder for the new versions.
     *
     * @param folder the folder, locked by the caller
     * @return the subfolder
     * @throws IOException if it cannot be made
     */
    public static Path begin(Path folder) throws IOException {
        finish(folder);
        Path prepared = folder.resolve(PREPARED);
        Folders.make(prepared);
        return prepared;
    }

    /**
     * Puts the new versions in force.
     *
     * @param folder the folder, locked by the caller
     * @throws IOException if a file cannot be moved; opening the folder tries again
     */
    public static void commit(Path folder) throws IOException {
        Files.move(folder.resolve(PREPARED), folder.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
        finish(folder);
    }

    /**
     * Completes or undoes what was interrupted. Indexes, whose places are no longer right, and the ends of interrupted writes, which
     * may hold what was to be erased, are deleted with the old versions.
     *
     * @param folder the folder, locked by the caller
     * @throws IOException if a file cannot be moved
     */
    public static void finish(Path folder) throws IOException {
        if (Files.exists(folder.resolve(PREPARED))) {
            Folders.delete(folder.resolve(PREPARED));
        }
        Path ready = folder.resolve(READY);
        if (Files.exists(ready)) {
            for (String name : Folders.names(folder)) {
                if (name.startsWith("index-") || name.contains(".tail-")) {
                    Files.deleteIfExists(folder.resolve(name));
                }
            }
            for (String name : Folders.names(ready)) {
                Files.move(
                        ready.resolve(name),
                        folder.resolve(name),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Folders.delete(ready);
        }
    }

    /**
     * Returns true if new versions count, but not all are at their places yet.
     *
     * @param folder the folder
     * @return whether {@link #finish} has to complete it
     */
    public static boolean isInterrupted(Path folder) {
        return Files.exists(folder.resolve(READY));
    }

    /**
     * Rejects a folder whose files are partly old and partly new.
     *
     * @param folder the folder
     * @throws IOException if they are
     */
    public static void requireFinished(Path folder) throws IOException {
        if (isInterrupted(folder)) {
            throw new IOException(
                    folder + ": found " + READY + ", must be a folder whose files are all of one version: the"
                            + " erasure that was interrupted is completed when the folder is opened next");
        }
    }
}
