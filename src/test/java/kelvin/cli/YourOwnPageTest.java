package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide page "A policy, learner or arm of your own": its records are compiled as they stand there, and its sessions are played. */
class YourOwnPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/guide/your-own.md");
    private static final List<String> RECORDS = List.of("RankBased", "Laplace", "AsymptoticUcb");

    @TempDir
    private static Path folder;

    private static Path classes;

    @BeforeAll
    static void compile() throws IOException {
        classes = compiled("classes", "nothing", "nothing");
    }

    /** Compiles the records with a change, under another name than in the tests' own class path, so that only --classpath finds them. */
    private static Path compiled(String name, String from, String to) throws IOException {
        String[] sources = new String[RECORDS.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = source(RECORDS.get(i))
                    .replace("package mine;", "package yours;")
                    .replace(from, to);
        }
        return Compiled.into(folder.resolve(name), sources);
    }

    private static String source(String name) throws IOException {
        return Files.readString(Path.of("src/test/java/mine", name + ".java"));
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?s)```(?:" + language + ")\n(.*?)```")
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Path experiment() throws IOException {
        return Files.writeString(
                folder.resolve("my-ranks.yaml"), blocks("yaml").get(0).replace("mine.", "yours."));
    }

    /** The lines of a session or a message, without the command. */
    private static List<String> session(int number) throws IOException {
        return blocks("console|text")
                .get(number)
                .lines()
                .filter(line -> !line.startsWith("$ "))
                .toList();
    }

    private static List<String> lines(String text) {
        return text.replace("yours.", "mine.")
                .replace(folder.toString() + "/", "")
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RankBased", "RankBasedTest", "Laplace", "AsymptoticUcb"})
    void thePageShowsTheSourcesThatAreTested(String name) throws IOException {
        assertThat(blocks("java")).contains(source(name));
    }

    @Test
    void theRecordsAreFoundAndPlayTheTablesShown() throws IOException {
        Kelvin answer = Kelvin.run(
                "run", experiment(), "--classpath", classes, "--no-charts", "--results", folder.resolve("results"));
        assertThat(answer.err()).isEmpty();
        assertThat(lines(answer.out())).containsSubsequence(session(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | weights[i] / sum | weights[i]", "2 | i < out.length | i <= out.length"})
    void aMistakeIsToldAsShown(int session, String from, String to) throws IOException {
        Path wrong = compiled("wrong" + session, from, to);
        assertThat(lines(Kelvin.run("check", experiment(), "--classpath", wrong).err()))
                .isEqualTo(session(session));
    }

    @Test
    void withoutTheClasspathTheyAreNotFound() throws IOException {
        assertThat(lines(Kelvin.run("check", experiment()).err())).isEqualTo(session(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "audit"})
    void oneDecisionCanBeSeen(String command) {
        assertThat(Kelvin.run(
                        command, 0.2, 1.5, 0.9, "--policy", "{yours.RankBased: {exponent: 3}}", "--classpath", classes))
                .returns(0, Kelvin::code)
                .extracting(Kelvin::out)
                .asString()
                .contains("RankBased[exponent=3.0]");
    }
}
