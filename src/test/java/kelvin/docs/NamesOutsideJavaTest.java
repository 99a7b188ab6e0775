package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every package and class that the build, the scripts and the pages name exists. */
class NamesOutsideJavaTest {
    /** Packages of which each class is mutated by one line. */
    private static final List<String> WHOLE_PACKAGES = List.of("policy", "numeric", "experiment", "yaml");

    private static final List<String> FOLDERS = List.of(
            "src/main/java",
            "src/test/java",
            "src/jmh/java",
            "src/jmh/vw",
            "src/page/java",
            "src/spark/java",
            "src/spark/test");
    /** Names that look like packages: files, modules and a property. */
    private static final Set<String> NO_PACKAGES =
            Set.of("jar", "cmd", "jsa", "all", "contracts", "git", "terminal", "html");

    static Stream<Path> filesWithNames() throws IOException {
        Stream<Path> files =
                Stream.of("pom.xml", "README.md", ".ci/mutations", ".ci/run").map(Path::of);
        Stream<Path> pages = Stream.of(".md", ".svg").flatMap(ending -> under("src/site/markdown", ending).stream());
        return Stream.concat(files, pages);
    }

    private static List<Path> under(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    /** All that a pattern finds in a text, as the group says. */
    private static List<String> found(String pattern, int group, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .toList();
    }

    /** A package, a class, or a pattern such as {@code kelvin.policy.Top*} that fits one. */
    private static boolean exists(String name) {
        String path = name.replaceFirst("[.$]*\\*$", "").replace('.', '/');
        return FOLDERS.stream()
                .anyMatch(folder -> Files.isDirectory(Path.of(folder, path))
                        || Files.exists(Path.of(folder, path.replaceFirst("\\$.*", "") + ".java")));
    }

    @ParameterizedTest
    @MethodSource("filesWithNames")
    void everyPackageAndClassExists(Path file) throws IOException {
        List<String> names =
                found("(?<![\\w./-])kelvin(\\.[a-z]\\w*)+(\\.[A-Z]\\w*)*[.$]*\\*?", 0, Files.readString(file));
        assertThat(names.stream()
                        .map(name -> name.replaceFirst("\\.$", ""))
                        .filter(name -> !NO_PACKAGES.contains(name.split("[.*]", -1)[1])))
                .allMatch(NamesOutsideJavaTest::exists);
    }

    /** The lines of the script: what is mutated, and the tests that run. */
    private static List<String> mutationLines() throws IOException {
        String script = text(".ci/mutations");
        String lines = script.substring(script.indexOf("<<CLASSES\n") + 10, script.indexOf("\nCLASSES\n"));
        return lines.lines().toList();
    }

    @Test
    void everythingThatIsMutatedAndEveryTestOfItExists() throws IOException {
        assertThat(mutationLines()).allSatisfy(line -> {
            List<String> packages = found("^\\$\\(each_by_its_test (\\w+)\\)$", 1, line);
            List<String> names = packages.isEmpty() ? Arrays.asList(line.split("[ ,]", -1)) : packages;
            assertThat(names).allMatch(name -> exists("kelvin." + name));
        });
    }

    @Test
    void everyClassOfSomePackagesIsMutatedByOneLine() throws IOException {
        List<String> mutated = mutationLines().stream()
                .flatMap(line -> Stream.of(line.split(" ", 2)[0].split(",", -1)))
                .filter(name -> WHOLE_PACKAGES.contains(name.split("\\.", 2)[0]))
                .toList();
        Path root = Path.of("src/main/java/kelvin");
        assertThat(mutated)
                .containsExactlyInAnyOrderElementsOf(WHOLE_PACKAGES.stream()
                        .flatMap(name -> under("src/main/java/kelvin/" + name, ".java").stream())
                        .map(file -> root.relativize(file).toString().replaceFirst("\\.java$", ""))
                        .map(name -> name.replaceAll("[/\\\\]", "."))
                        .filter(name -> !name.endsWith("package-info"))
                        .toList());
    }

    @Test
    void everyClassWithMeasuredMutationsExists() throws IOException {
        String page = text("src/site/markdown/mutations.md");
        String lists = page.substring(page.indexOf("## What was measured"), page.indexOf("## By hand"));
        List<String> names = Stream.concat(
                        found("(\\w+) \\d+\\s+of\\s+\\d+", 1, lists).stream(),
                        found("(?s)all of ([A-Z].*?)(, and the others)?\\.", 1, lists).stream()
                                .flatMap(all -> Stream.of(all.split(",\\s", -1))))
                .toList();
        Set<String> classes = under("src/main/java", ".java").stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                .collect(Collectors.toSet());
        assertThat(names).hasSizeGreaterThan(400).allMatch(classes::contains);
    }

    @Test
    void everyMethodWithAnEquivalentMutationExists() throws IOException {
        String page = text("src/site/markdown/mutations.md");
        List<String> methods = found("`([A-Z]\\w+)((\\.\\w+)+)`", 0, page.substring(page.indexOf("## Equivalents")));
        assertThat(methods).hasSizeGreaterThan(20).allSatisfy(method -> {
            List<String> parts = List.of(method.replace("`", "").split("\\.", -1));
            List<String> sources = new ArrayList<>();
            for (Path file : under("src/main/java", ".java")) {
                if (file.endsWith(parts.get(0) + ".java")) {
                    sources.add(Files.readString(file));
                }
            }
            assertThat(sources).anySatisfy(source -> assertThat(source).contains(parts.subList(1, parts.size())));
        });
    }

    @Test
    void thePackagesThatAReleaseMustNotBreakAreThoseWithStableTypes() throws IOException {
        List<String> compared = found("<include>(kelvin\\.[\\w.]+)</include>", 1, text("pom.xml"));
        Path main = Path.of("src/main/java");
        try (Stream<Path> sources = Files.walk(main)) {
            assertThat(compared)
                    .containsExactlyInAnyOrderElementsOf(sources.filter(NamesOutsideJavaTest::isStable)
                            .map(source -> main.relativize(source.getParent())
                                    .toString()
                                    .replace(File.separatorChar, '.'))
                            .collect(Collectors.toSet()));
        }
    }

    /** True for a source whose type promises not to break. */
    private static boolean isStable(Path source) {
        try {
            return source.toString().endsWith(".java")
                    && Files.readString(source).contains("\n@Stability(STABLE)\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void pagesNameTheArtifactOfTheBuild() throws IOException {
        String build = text("pom.xml");
        String group = found("<groupId>(.*?)</groupId>", 1, build).get(0);
        String version = found("<version>(.*?)</version>", 1, build).get(0);
        for (String page : List.of("README.md", "src/site/markdown/guide/in-your-agent.md")) {
            assertThat(found("<groupId>(.*)</groupId>\\s+<artifactId>kelvin</artifactId>", 1, text(page)))
                    .containsOnly(group)
                    .isNotEmpty();
            assertThat(found("<artifactId>kelvin</artifactId>\\s+<version>(.*)</version>", 1, text(page)))
                    .containsOnly(version)
                    .isNotEmpty();
        }
    }

    @Test
    void theWorkflowGivesTheFirstCommandOfTheReadme() throws IOException {
        String first =
                found("(?m)^\\./kelvin (\\S+ \\S+)", 1, text("README.md")).get(0);
        assertThat(text(".github/workflows/verify.yml"))
                .contains("run: ./kelvin " + first + "\n")
                .contains("run: call kelvin.cmd " + first + "\n")
                .contains("./mvnw -B verify")
                .contains(".ci/run");
    }
}
