package kelvin.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import kelvin.file.Folders;

/**
 * New data files staged beside a results folder. They are written to a hidden folder inside it, which is on the same file system
 * even where the results folder is a link or a mount. When all are there, that folder is renamed, from which moment on they count as
 * written; then they are moved one by one: the manifest is taken away first and comes last. Where that was cut short, {@link #finish}
 * moves the others.
 *
 * @param results the results folder
 */
record StagedFiles(Path results) implements AutoCloseable {
    private static final String NAME = ".staged";
    private static final String READY = ".ready";

    /** Creates the hidden folder, empty. */
    Path folder() throws IOException {
        Path folder = results.resolve(NAME);
        Folders.make(results);
        Folders.delete(folder);
        Files.createDirectory(folder);
        return folder;
    }

    /** Replaces what Kelvin wrote into the results folder by what is staged. */
    void replace() throws IOException {
        Path ready = results.resolve(READY);
        Folders.delete(ready);
        Files.move(results.resolve(NAME), ready, StandardCopyOption.ATOMIC_MOVE);
        finish(results);
    }

    /** Moves what is ready into the results folder, or what is left of it. */
    static void finish(Path results) throws IOException {
        Path ready = results.resolve(READY);
        if (Files.exists(ready.resolve(Manifest.FILE))) {
            if (Files.exists(ready.resolve(FolderState.EXPERIMENT))) {
                removeOld(results, Set.copyOf(Folders.names(ready)));
                move(ready, results, FolderState.EXPERIMENT); // before all others: while it is ready, they are too
            }
            for (String name : Folders.names(ready)) {
                if (!name.equals(Manifest.FILE)) {
                    move(ready, results, name);
                }
            }
            move(ready, results, Manifest.FILE);
        }
        Folders.delete(ready);
    }

    private static void removeOld(Path results, Set<String> ready) throws IOException {
        Files.deleteIfExists(results.resolve(Manifest.FILE));
        for (String name : DataFiles.OPTIONAL) {
            if (!ready.contains(name)) {
                Files.deleteIfExists(results.resolve(name));
            }
        }
        ChartFiles.delete(results);
    }

    private static void move(Path ready, Path results, String name) throws IOException {
        Files.move(ready.resolve(name), results.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Tidies up after success or failure; the error worth telling is the one that came first. */
    @Override
    public void close() {
        try {
            Folders.delete(results.resolve(NAME));
        } catch (IOException e) {
            // the next run clears it
        }
    }
}
