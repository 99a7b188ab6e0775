package kelvin.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes files that a context can send of the jars and folders of {@code --classpath}, in a folder of its own. */
final class ClasspathFiles {
    private ClasspathFiles() {}

    /** Copies jars and packs folders; the files have names of their own, in the order of the entries. */
    static List<Path> in(Path folder, List<String> entries) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String entry : entries) {
            Path jar = folder.resolve("kelvin-classpath-" + jars.size() + ".jar");
            if (Files.isDirectory(Path.of(entry))) {
                pack(Path.of(entry), jar);
            } else {
                Files.copy(Path.of(entry), jar);
            }
            jars.add(jar);
        }
        return jars;
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/")));
                Files.copy(file, zip);
            }
        }
    }
}
