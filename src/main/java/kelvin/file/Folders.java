package kelvin.file;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/** Folders that are made and removed. */
@Stability(INTERNAL)
public final class Folders {
    private Folders() {}

    /**
     * Makes a folder and those above it, unless it is there; a link to a folder is one.
     *
     * @param folder the folder; nothing is made where there is none, as above a root
     * @throws IOException if it cannot be made
     */
    public static void make(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    /**
     * Lists a folder.
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
     * Removes a folder of files, if it is there.
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
