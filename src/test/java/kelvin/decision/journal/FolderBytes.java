package kelvin.decision.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The contents of all files of a folder and of those inside of it, in which a name is looked for. */
public final class FolderBytes {
    private FolderBytes() {}

    /** Returns the bytes of all files, each as one character, in the order of their paths. */
    public static String of(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
