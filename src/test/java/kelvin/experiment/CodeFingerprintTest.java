package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeFingerprintTest {
    private static final ClassLoader OWN = CodeFingerprintTest.class.getClassLoader();

    @TempDir
    private Path folder;

    private static String of(Path place) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {place.toUri().toURL()}, OWN)) {
            return CodeFingerprint.of(loader);
        }
    }

    private Path jar(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream jar = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                jar.putNextEntry(new ZipEntry(entries[i]));
                jar.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void theSameCodeHasTheSameFingerprint() {
        assertThat(CodeFingerprint.of(OWN)).hasSize(64).isEqualTo(CodeFingerprint.of(OWN));
    }

    /** Of a folder, size and time of each class count, and nothing else that is in it. */
    @Test
    void aFolderIsKnownByItsClasses() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/mine"));
        Path one = Files.writeString(classes.resolve("One.class"), "one");
        FileTime time = Files.getLastModifiedTime(one);
        String before = of(folder.resolve("classes"));
        assertThat(before).isNotEqualTo(CodeFingerprint.of(OWN));
        Files.writeString(classes.resolve("notes.txt"), "nothing to run");
        assertThat(of(folder.resolve("classes"))).isEqualTo(before);
        Files.writeString(one, "more");
        Files.setLastModifiedTime(one, time);
        assertThat(of(folder.resolve("classes"))).isNotEqualTo(before);
        Files.writeString(one, "one");
        Files.setLastModifiedTime(one, time);
        assertThat(of(folder.resolve("classes"))).isEqualTo(before);
        Files.setLastModifiedTime(one, FileTime.fromMillis(time.toMillis() + 2000));
        assertThat(of(folder.resolve("classes"))).isNotEqualTo(before);
        Files.setLastModifiedTime(one, time);
        Files.writeString(classes.resolve("Two.class"), "two");
        assertThat(of(folder.resolve("classes"))).isNotEqualTo(before);
    }

    /** Of a jar, the check sums of its classes count, not its time or name or what else it holds. */
    @Test
    void aJarIsKnownByItsClasses() throws IOException {
        String before = of(jar("a.jar", "One.class", "one", "notes.txt", "x"));
        assertThat(of(jar("b.jar", "One.class", "one", "notes.txt", "other"))).isEqualTo(before);
        assertThat(of(jar("c.jar", "One.class", "two"))).isNotEqualTo(before);
        assertThat(of(jar("d.jar", "Two.class", "one"))).isNotEqualTo(before);
    }

    @Test
    void whatIsNoJarIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
        assertThatThrownBy(() -> of(text))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("text.jar: cannot be read: ");
    }

    /** The fingerprint noted beside results is the same on every machine, and of a jar and the folder that it was packed from. */
    @Test
    void contentsAreKnownByNamesAndBytes() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/mine"));
        Files.writeString(classes.resolve("One.class"), "one");
        Files.writeString(classes.resolve("notes.txt"), "nothing to run");
        String once = CodeFingerprint.contents(List.of(folder.resolve("classes")));
        assertThat(CodeFingerprint.contents(List.of(jar("a.jar", "mine/One.class", "one"))))
                .isEqualTo(once);
        assertThat(CodeFingerprint.contents(List.of(jar("b.jar", "mine/One.class", "two"))))
                .isNotEqualTo(once);
        assertThat(CodeFingerprint.contents(List.of(jar("c.jar", "mine/Two.class", "one"))))
                .isNotEqualTo(once);
    }
}
