package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import kelvin.contract.Stability;

/** The version of Kelvin, of Java and of the operating system that this program runs with. */
@Stability(MAY_CHANGE)
public final class Build {
    private Build() {}

    /**
     * Returns the facts that every manifest records.
     *
     * @return {@code kelvin}, {@code commit} where the build knew it, {@code java} and {@code os}
     */
    public static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "kelvin",
                Optional.ofNullable(Build.class.getPackage().getImplementationVersion())
                        .orElse("not packaged"));
        commit().ifPresent(commit -> facts.put("commit", commit));
        facts.put("java", Runtime.version().toString() + ", " + System.getProperty("java.vm.name"));
        facts.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        return facts;
    }

    /**
     * Returns the facts in words.
     *
     * @return two lines: Kelvin with its commit, and Java with the operating system
     */
    public static String text() {
        Map<String, String> facts = facts();
        String commit = facts.get("commit");
        return "kelvin " + facts.get("kelvin") + (commit == null ? "" : ", commit " + commit) + "\nJava "
                + facts.get("java") + "; " + facts.get("os");
    }

    /** Returns the commit that the jar was built from, where the build knew it. */
    private static Optional<String> commit() {
        URL home = Build.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            Path jar = Path.of(home.toURI());
            if (Files.isDirectory(jar)) {
                return Optional.empty();
            }
            try (JarFile open = new JarFile(jar.toFile())) {
                return Optional.ofNullable(
                                open.getManifest().getMainAttributes().getValue("Git-Commit"))
                        .filter(commit -> !commit.isBlank());
            }
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }
}
