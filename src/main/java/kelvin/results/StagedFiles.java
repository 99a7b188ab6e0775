package kelvin.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import kelvin.file.Folders;

/**
 * New data files staged beside a results folder. They are written to a hidden folder inside it, which is on the same file system
 * even where the results folder is a link or a mount, and then moved one by one; the manifest is taken away first and comes last.
 *
 * @param results the results folder
 */
record StagedFiles(Path results) implements AutoCloseable {
    private static final String NAME = ".staged";

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
        Files.deleteIfExists(results.resolve(Manifest.FILE));
        for (String name : DataFiles.OPTIONAL) {
            Files.deleteIfExists(results.resolve(name));
        }
        ChartFiles.delete(results);
        for (String name : Folders.names(results.resolve(NAME))) {
            if (!name.equals(Manifest.FILE)) {
                move(name);
            }
        }
        move(Manifest.FILE);
    }

    private void move(String name) throws IOException {
        Files.move(results.resolve(NAME).resolve(name), results.resolve(name), StandardCopyOption.ATOMIC_MOVE);
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
