package kelvin.file;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/** Creates, lists and deletes folders. */
@Stability(INTERNAL)
public final class Folders {
    private Folders() {}

    /**
     * Creates a folder and its parents unless it exists; a link to a folder counts as one.
     *
     * @param folder the folder; nothing is made where there is none, as above a root
     * @throws IOException if it cannot be made; the message names what is in the way
     */
    public static void make(@Nullable Path folder) throws IOException {
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.exists(above) && !Files.isDirectory(above)) {
                throw new FileSystemException(above.toString(), null, "it is a file, must be a folder");
            }
        }
        try {
            Files.createDirectories(folder);
        } catch (NoSuchFileException e) {
            throw new FileSystemException(e.getFile(), null, "no folder can be made there");
        }
    }

    /**
     * Lists the names in a folder.
     *
     * @param folder the folder
     * @return the names of what it holds, sorted
     * @throws IOException if it cannot be read
     */
    public static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /**
     * Deletes a folder of files, if it exists.
     *
     * @param folder the folder, which holds no other folder
     * @throws IOException if it cannot be removed
     */
    public static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            for (String name : names(folder)) {
                Files.delete(folder.resolve(name));
            }
        }
        Files.deleteIfExists(folder);
    }
}
