package kelvin.experiment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import kelvin.file.IoMessage;
import kelvin.json.Json;

/**
 * A fingerprint of the code that plays: a text that differs wherever other code, another Java or another kind of processor might give other numbers.
 *
 * <p>Of a jar it holds the check sums that the jar keeps of its entries, of a folder the size and time of each class: telling
 * one build from another, not proof against forgery.
 */
final class CodeFingerprint {
    private static final String CLASS = ".class";

    private CodeFingerprint() {}

    /** Fingerprints the code of Kelvin and of a class loader on top of it. */
    static String of(ClassLoader loader) {
        List<URL> places = new ArrayList<>();
        places.add(CodeFingerprint.class.getProtectionDomain().getCodeSource().getLocation());
        if (loader instanceof URLClassLoader users) {
            places.addAll(List.of(users.getURLs()));
        }
        List<Object> parts = new ArrayList<>();
        parts.add(System.getProperty("java.vm.version") + " " + System.getProperty("os.arch"));
        places.forEach(place -> parts.add(part(place)));
        return Json.sha256(parts);
    }

    /** Fingerprints the names and contents of the classes in some places, a jar or the folder that it was packed from alike. */
    static String contents(List<Path> places) {
        return Json.sha256(places.stream().map(CodeFingerprint::classes).toList());
    }

    private static List<String> classes(Path place) {
        try {
            if (!Files.isDirectory(place)) {
                return entries(place.toFile());
            }
            try (Stream<Path> files = Files.walk(place)) {
                return files.filter(file -> file.toString().endsWith(CLASS))
                        .map(file ->
                                place.relativize(file).toString().replace(File.separatorChar, '/') + " " + sum(file))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.unreadable(place, e), e);
        }
    }

    private static long sum(Path file) {
        CRC32 sum = new CRC32();
        try {
            sum.update(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.of(e), e);
        }
        return sum.getValue();
    }

    private static List<String> entries(File file) throws IOException {
        try (JarFile jar = new JarFile(file, false)) {
            return jar.stream()
                    .filter(entry -> entry.getName().endsWith(CLASS))
                    .map(entry -> entry.getName() + " " + entry.getCrc())
                    .sorted()
                    .toList();
        }
    }

    private static Object part(URL place) {
        try {
            Path path = Path.of(place.toURI());
            return Files.isDirectory(path) ? folder(path) : entries(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.unreadable(place.getPath(), e), e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(CLASS))
                    .sorted()
                    .map(CodeFingerprint::state)
                    .toList();
        }
    }

    private static String state(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.of(e), e);
        }
    }
}
