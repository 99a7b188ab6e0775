package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.file.IoMessage;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records that YAML may name, by their packages and on the class path: there is no registry to keep.
 *
 * <p>A name is the simple name of a public record in a package of its kind, or the full class name of a user's own public record,
 * found through the class loader given. A class is loaded, and checked to be a record of the kind asked for, before any of its code
 * runs.
 */
@Stability(MAY_CHANGE)
public final class ComponentFinder {
    private final Vocabulary vocabulary;
    private final ClassLoader loader;

    /**
     * Creates a finder that also knows a user's classes.
     *
     * @param vocabulary the kinds of records that may be named
     * @param loader finds classes; the class loader of the kinds must be among its parents
     */
    public ComponentFinder(Vocabulary vocabulary, ClassLoader loader) {
        this.vocabulary = vocabulary;
        this.loader = loader;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /**
     * Returns the records in the packages of a kind.
     *
     * @param kind the kind
     * @return its records, by name
     */
    public List<ComponentType> entries(ComponentKind kind) {
        return kind.packages().stream()
                .flatMap(home -> simpleNames(kind.type(), home).stream())
                .sorted()
                .flatMap(name -> known(kind, name).stream())
                .toList();
    }

    /** Finds the component that a name stands for where one of some kinds is expected. */
    ComponentType find(String name, List<ComponentKind> kinds, SourceLocation place) {
        for (ComponentKind kind : kinds) {
            Optional<ComponentType> own = known(kind, name);
            if (own.isPresent()) {
                return own.get();
            }
        }
        Class<?> found = load(name, place);
        if (found == null) {
            throw place.error(unknown(name, kinds));
        }
        return kinds.stream()
                .flatMap(kind -> entry(kind, name, found).stream())
                .findFirst()
                .orElseThrow(() -> place.error("class " + name + " is not a public record that implements "
                        + String.join(
                                " or ",
                                kinds.stream()
                                        .map(kind -> kind.type().getName())
                                        .toList())));
    }

    private String unknown(String name, List<ComponentKind> kinds) {
        List<String> allowed = kinds.stream()
                .flatMap(kind -> entries(kind).stream())
                .map(ComponentType::name)
                .toList();
        return "unknown " + kinds.get(0).label() + " '" + name + "'" + NearestName.hint(name, allowed) + " Allowed: "
                + String.join(", ", allowed) + ", or the full class name of your own";
    }

    private static Optional<ComponentType> known(ComponentKind kind, String name) {
        return kind.packages().stream()
                .flatMap(home -> known(kind, name, home + "." + name).stream())
                .findFirst();
    }

    private static Optional<ComponentType> known(ComponentKind kind, String name, String className) {
        try {
            return entry(kind, name, Class.forName(className, false, kind.type().getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Optional<ComponentType> entry(ComponentKind kind, String name, Class<?> found) {
        boolean fits = found.isRecord()
                && Modifier.isPublic(found.getModifiers())
                && kind.type().isAssignableFrom(found);
        return fits ? Optional.of(new ComponentType(name, kind, found.asSubclass(Record.class))) : Optional.empty();
    }

    private @Nullable Class<?> load(String name, SourceLocation place) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            return null;
        } catch (LinkageError e) {
            throw place.error("class " + name + " cannot be loaded: " + RecordFactory.say(e));
        }
    }

    private static List<String> simpleNames(Class<?> neighbour, String home) {
        try {
            URI source = neighbour
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path classes = Path.of(source);
            String folder = home.replace('.', '/');
            if (Files.isDirectory(classes)) {
                return simpleNames(classes.resolve(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(classes)) {
                return simpleNames(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.of(e), e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> simpleNames(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
                    .forEach(name -> names.add(name.substring(0, name.length() - ".class".length())));
        }
        return names;
    }
}
