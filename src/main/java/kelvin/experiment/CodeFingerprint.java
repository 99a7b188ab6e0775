package kelvin.experiment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
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
 * <p>Of a jar it holds a check sum of those that the jar keeps of its entries, of a folder the size and time of each class: telling
 * one build from another, not proof against forgery.
 */
final class CodeFingerprint {
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

    private static Object part(URL place) {
        try {
            Path path = Path.of(place.toURI());
            return Files.isDirectory(path) ? folder(path) : jar(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.unreadable(place.getPath(), e), e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long jar(File file) throws IOException {
        CRC32 sum = new CRC32();
        try (JarFile jar = new JarFile(file, false)) {
            jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .map(entry -> entry.getName() + " " + entry.getCrc() + "\n")
                    .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        }
        return sum.getValue();
    }

    private static List<String> folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
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
