package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Javadoc law: the first sentence is a plain statement, and whatever is published has one.
 *
 * <p>The first sentence is all that a list of packages, types or methods shows: it must not be a riddle that starts with
 * What, Who, Whether or How.
 */
class FirstSentenceTest {
    private static final Pattern RIDDLE = Pattern.compile(
            "(?i)(what|whatever|who|whoever|whose|whom|whether|how|for (who|whom|what)|that which)\\b.*",
            Pattern.DOTALL);

    private static List<Sources.Declaration> declarations = List.of();

    @BeforeAll
    static void parse() throws IOException {
        declarations = Sources.declarations(Path.of("src/main/java"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java",
                "src/test/java",
                "src/jmh/java",
                "src/browser/java",
                "src/page/java",
                "src/spark/java",
                "src/spark/test",
                "src/it"
            })
    void firstSentencesAreStatements(Path sources) throws IOException {
        assertThat(Sources.declarations(sources).stream()
                        .filter(declaration -> isRiddle(declaration.first()))
                        .map(declaration ->
                                declaration.packageName() + " " + declaration.where() + ": " + declaration.first()))
                .isEmpty();
    }

    @Test
    void everythingPublishedIsDocumented() {
        assertThat(declarations.stream()
                        .filter(Sources.Declaration::open)
                        .flatMap(declaration -> declaration.undocumented().stream()
                                .map(missing ->
                                        declaration.packageName() + " " + declaration.where() + ": " + missing)))
                .isEmpty();
    }

    @Test
    void everyPackageIsDescribed() {
        Set<String> described = declarations.stream()
                .filter(declaration -> declaration.where().startsWith("package-info.java"))
                .map(Sources.Declaration::packageName)
                .collect(Collectors.toSet());
        assertThat(declarations.stream().map(Sources.Declaration::packageName)).allMatch(described::contains);
    }

    @Test
    void sourcesAreRead() {
        assertThat(declarations.stream().filter(Sources.Declaration::open)).hasSizeGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What a policy needs.",
                "who chooses",
                "Whether it is open.",
                "How many there are.",
                "For who has none."
            })
    void riddlesAreFound(String sentence) {
        assertThat(isRiddle(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Returns what was chosen.", "Howard's improvement.", "Whole numbers.", "For whole numbers."})
    void statementsPass(String sentence) {
        assertThat(isRiddle(sentence)).isFalse();
    }

    private static boolean isRiddle(@Nullable String sentence) {
        return sentence != null && RIDDLE.matcher(sentence).matches();
    }
}
