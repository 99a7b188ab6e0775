package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide page "A learner of your own": its record is compiled as it stands there, found, and plays the table shown. */
class OwnLearnerTest {
    private static final Path PAGE = Path.of("src/site/markdown/guide/your-own-learner.md");
    private static final Path SOURCES = Path.of("src/test/java/mine");

    @TempDir
    private Path folder;

    private Path classes;

    @BeforeEach
    void compile() throws IOException {
        // Under another name than in the tests' own class path, so that only --classpath can find it.
        String source = block("java").replace("package mine;", "package yours;");
        classes = Compiled.into(folder, source);
    }

    /** The first block in a language. */
    private static String block(String language) throws IOException {
        Matcher blocks = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(PAGE));
        assertThat(blocks.find()).isTrue();
        return blocks.group(1);
    }

    private Path experiment() throws IOException {
        return Files.writeString(folder.resolve("my-ucb.yaml"), block("yaml").replace("mine.", "yours."));
    }

    @Test
    void thePageShowsTheRecordThatIsTested() throws IOException {
        assertThat(block("java")).isEqualTo(Files.readString(SOURCES.resolve("AsymptoticUcb.java")));
    }

    @Test
    void theRecordIsFoundAndPlaysTheTableShown() throws IOException {
        Kelvin answer = Kelvin.run(
                "run", experiment(), "--classpath", classes, "--no-charts", "--results", folder.resolve("results"));
        assertThat(answer).returns(0, Kelvin::code);
        assertThat(lines(answer.out()))
                .startsWith(lines(block("console")).skip(1).toArray(String[]::new));
    }

    private static Stream<String> lines(String text) {
        return text.lines().map(String::stripTrailing);
    }

    @Test
    void withoutTheClasspathItIsNotFound() throws IOException {
        Kelvin answer = Kelvin.run("check", experiment());
        assertThat(answer).returns(2, Kelvin::code);
        assertThat(answer.err()).contains("yours.AsymptoticUcb");
    }
}
