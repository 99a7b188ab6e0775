package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
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
    private static final String CLASS = ".class";

    private final Vocabulary vocabulary;
    private final ClassLoader loader;
    private final Map<Path, Map<String, List<String>>> simpleNames = new HashMap<>();
    private final Map<ComponentKind, List<ComponentType>> entries = new ConcurrentHashMap<>();

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
     * Returns the records of a kind: those in its packages, then a user's own.
     *
     * @param kind the kind
     * @return its records, by name
     */
    public List<ComponentType> entries(ComponentKind kind) {
        return entries.computeIfAbsent(
                kind, any -> Stream.concat(own(any), outside(any)).toList());
    }

    /** Returns the records of a kind that are in the jars and folders of a user's own. */
    private Stream<ComponentType> outside(ComponentKind kind) {
        return OutsideCode.places(loader).stream()
                .flatMap(place -> names(place).entrySet().stream())
                .flatMap(home -> home.getValue().stream()
                        .map(name -> home.getKey().isEmpty() ? name : home.getKey() + "." + name))
                .sorted()
                .flatMap(name -> known(kind, name, name, loader).stream());
    }

    private Stream<ComponentType> own(ComponentKind kind) {
        return kind.packages().stream()
                .flatMap(home -> neighbours(kind.type()).getOrDefault(home, List.of()).stream())
                .sorted()
                .flatMap(name -> known(kind, name).stream());
    }

    /**
     * Returns the names that somebody may mean who writes another: other spellings of it, what the field calls so, or one nearby.
     *
     * @param name the name
     * @param kinds the kinds in question
     * @return names of components; none where nothing is like it
     */
    public List<String> meant(String name, List<ComponentKind> kinds) {
        return new UnknownComponent(this).suggestions(name, kinds);
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
            UnknownComponent unknown = new UnknownComponent(this);
            throw place.error(
                    unknown.isClass(name, kinds)
                            ? "there is no class " + name + OutsideCode.searched(loader)
                            : unknown.message(name, kinds));
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

    private static Optional<ComponentType> known(ComponentKind kind, String name) {
        return kind.packages().stream()
                .flatMap(
                        home -> known(kind, name, home + "." + name, kind.type().getClassLoader()).stream())
                .findFirst();
    }

    private static Optional<ComponentType> known(
            ComponentKind kind, String name, String className, ClassLoader loader) {
        try {
            return entry(kind, name, Class.forName(className, false, loader));
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

    /**
     * Returns the simple names of the top-level classes that were compiled with a class, by package. Each jar or folder is read
     * once, since that takes longer than most commands.
     */
    private Map<String, List<String>> neighbours(Class<?> type) {
        return names(OutsideCode.path(type.getProtectionDomain().getCodeSource().getLocation()));
    }

    private synchronized Map<String, List<String>> names(Path home) {
        try {
            Map<String, List<String>> known = simpleNames.get(home);
            if (known == null) {
                known = simpleNames(home);
                simpleNames.put(home, known);
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.of(e), e);
        }
    }

    private static Map<String, List<String>> simpleNames(Path home) throws IOException {
        Map<String, List<String>> names = new HashMap<>();
        if (Files.isDirectory(home)) {
            try (Stream<Path> files = Files.walk(home)) {
                files.map(file -> home.relativize(file).toString().replace(File.separatorChar, '/'))
                        .forEach(file -> add(file, names));
            }
        } else {
            try (ZipFile jar = new ZipFile(home.toFile())) {
                jar.stream().forEach(file -> add(file.getName(), names));
            }
        }
        return names;
    }

    private static void add(String file, Map<String, List<String>> names) {
        int name = file.lastIndexOf('/') + 1;
        if (file.endsWith(CLASS) && file.indexOf('$') < 0 && file.indexOf('-') < 0) {
            names.computeIfAbsent(file.substring(0, Math.max(0, name - 1)).replace('/', '.'), home -> new ArrayList<>())
                    .add(file.substring(name, file.length() - CLASS.length()));
        }
    }
}
