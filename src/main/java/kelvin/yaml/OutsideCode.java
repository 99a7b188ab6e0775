package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.contract.ContractViolation;
import kelvin.contract.Stability;

/** A user's own classes: loads them, and recognises them in the stack trace of what they threw. */
@Stability(MAY_CHANGE)
public final class OutsideCode {
    private static final String LOADER = "--classpath";

    private OutsideCode() {}

    /**
     * Returns a class loader of a user's own classes.
     *
     * @param places jars and folders
     * @param parent finds everything else, Kelvin included
     * @return the loader
     */
    public static URLClassLoader loader(URL[] places, ClassLoader parent) {
        return new URLClassLoader(LOADER, places, parent);
    }

    /**
     * Finds a class, a user's own or another.
     *
     * @param name its name as Java writes it, of an array too
     * @param loader finds it
     * @return the class, not initialised
     * @throws ClassNotFoundException if there is none
     */
    public static Class<?> find(String name, ClassLoader loader) throws ClassNotFoundException {
        return Class.forName(name, false, loader);
    }

    /**
     * Describes an exception that came out of a user's own class.
     *
     * @param failure the exception or error, or one that it caused
     * @return class and method with the line, and what they threw, such as
     *     {@code acme.Mine.select (Mine.java:17) threw ArithmeticException: / by zero}; empty if no class of a user's own was running, or
     *     the message says already what one did wrong
     */
    public static Optional<String> thrown(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContractViolation) {
                return Optional.empty();
            }
            List<StackTraceElement> frames = Stream.of(cause.getStackTrace())
                    .filter(each -> LOADER.equals(each.getClassLoaderName()))
                    .toList();
            if (!frames.isEmpty()) {
                return Optional.of(place(innermost(frames)) + " threw " + text(cause));
            }
        }
        return Optional.empty();
    }

    /** Says where a user's own class was looked for, or how to say where it is. */
    static String searched(ClassLoader loader) {
        List<Path> places = places(loader);
        return places.isEmpty()
                ? "; --classpath says where your own are"
                : " in " + places.stream().map(Path::toString).collect(Collectors.joining(", "))
                        + ", where --classpath says it is";
    }

    /**
     * Returns the jars and folders of a user's own classes.
     *
     * @param loader any class loader
     * @return the places, in the order in which they are looked into; none if this is not a {@link #loader}
     */
    public static List<Path> places(ClassLoader loader) {
        return loader instanceof URLClassLoader users && LOADER.equals(users.getName())
                ? Stream.of(users.getURLs()).map(OutsideCode::path).toList()
                : List.of();
    }

    /** Returns the file or folder at an address. */
    static Path path(URL place) {
        return Path.of(URI.create(place.toString()));
    }

    /** Returns the innermost frame with a line: a compiled method that overflows the stack as it is entered has none yet. */
    private static StackTraceElement innermost(List<StackTraceElement> frames) {
        return frames.stream()
                .filter(frame -> frame.getLineNumber() > 0)
                .findFirst()
                .orElse(frames.get(0));
    }

    private static String place(StackTraceElement frame) {
        String source = frame.getFileName() == null ? "no source" : frame.getFileName();
        return frame.getClassName() + "." + frame.getMethodName() + " (" + source
                + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "") + ")";
    }

    private static String text(Throwable e) {
        String name = e.getClass().getName();
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return e.getMessage() == null ? simple : simple + ": " + e.getMessage();
    }
}
