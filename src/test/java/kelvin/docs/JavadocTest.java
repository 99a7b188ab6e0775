package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Javadoc keeps its word: its code is taken from tests that run, and every package says how stable it is. */
class JavadocTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern SNIPPET = Pattern.compile("(?s)<pre>\\{@code\\n(.*?)}</pre>");
    private static final Pattern STABILITY = Pattern.compile("<p>Stability: (stable|may change|internal)\\.");

    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !snippets(file).isEmpty())
                    .toList();
        }
    }

    /** The code blocks of a file, each as one line without comments. */
    private static List<String> snippets(Path file) {
        return SNIPPET.matcher(read(file))
                .results()
                .map(block -> block.group(1)
                        .lines()
                        .map(line -> line.replaceFirst("^ *\\* ?", "").replaceFirst(" *//.*", ""))
                        .collect(Collectors.joining("\n")))
                .map(JavadocTest::squeezed)
                .toList();
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void codeIsTakenFromTestsThatRun(Path source) {
        String code = squeezed(read(Path.of("src/test/java/kelvin/docs/SnippetsTest.java")));
        assertThat(snippets(source)).allSatisfy(snippet -> assertThat(code).contains(snippet));
    }

    @Test
    void thePolicyPageHasCodeToRun() {
        assertThat(snippets(MAIN.resolve("kelvin/policy/package-info.java"))).hasSizeGreaterThan(5);
    }

    static List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.endsWith("package-info.java")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyPackageSaysHowStableItIs(Path source) {
        String name = MAIN.relativize(source.getParent()).toString().replace('/', '.');
        String level = level(source);
        assertThat(level).isNotEmpty();
        assertThat(read(Path.of("README.md"))
                        .lines()
                        .filter(line -> line.startsWith("|") && line.contains("`" + name + "`")))
                .allMatch(row -> row.contains(level));
        assertThat(read(Path.of("pom.xml")).contains("<include>" + name + "</include>"))
                .isEqualTo(level.equals("stable"));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyTypeIsAsStableAsItsPackage(Path source) throws IOException {
        String annotation =
                "@Stability(" + level(source).toUpperCase(Locale.ROOT).replace(' ', '_') + ")\npublic ";
        try (Stream<Path> files = Files.list(source.getParent())) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .map(JavadocTest::read)
                    .filteredOn(code -> code.contains("\npublic "))
                    .allMatch(code -> code.contains(annotation));
        }
    }

    private static String level(Path source) {
        return STABILITY
                .matcher(read(source))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining());
    }
}
