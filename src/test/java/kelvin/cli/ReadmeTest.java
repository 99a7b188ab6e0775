package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kelvin.experiment.ResultsFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README keeps its word: its snippets compile and hold, its commands run and answer what it shows. */
class ReadmeTest {
    private static final Path RESULTS = Path.of("results/ten-armed-testbed");

    @TempDir
    private Path folder;

    /** The text of every fenced block in a language. */
    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(match -> match.group(1).strip())
                .toList();
    }

    static Stream<String> commands() throws IOException {
        return blocks("sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("./kelvin "))
                .map(line -> line.substring("./kelvin ".length()).replaceFirst(" +#.*", ""));
    }

    static Stream<String> sessions() throws IOException {
        return blocks("console").stream().filter(block -> !block.startsWith("$ ./kelvin run"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandsRun(String command) throws IOException {
        Kelvin.run("new", folder.resolve("my-question"));
        String here = command.replace("my-question", folder.resolve("mine").toString());
        if (command.startsWith("new")) {
            assertThat(Kelvin.run((Object[]) here.split(" ")).code()).isZero();
            return;
        }
        String there =
                command.replace("my-question", folder.resolve("my-question").toString());
        String small = command.startsWith("run") ? " --repetitions 2 --no-charts --results " + folder : "";
        assertThat(Kelvin.run((Object[]) (there + small).split(" "))).returns(0, Kelvin::code);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void commandsAnswerWhatIsShown(String session) {
        String command = session.lines().findFirst().orElseThrow().substring("$ ./kelvin ".length());
        Kelvin answer = Kelvin.run((Object[]) command.split(" "));
        assertThat(session.lines().skip(1)).containsExactlyElementsOf(trimmed(answer.out()));
    }

    @Test
    void theMainJobAnswersWhatIsShown() throws IOException {
        String session = blocks("console").stream()
                .filter(block -> block.startsWith("$ ./kelvin run"))
                .findFirst()
                .orElseThrow();
        String ranking = Ranking.of(new ResultsFolder(RESULTS).read()).toString();
        assertThat(session).contains(String.join("\n", trimmed(ranking)));
    }

    private static List<String> trimmed(String text) {
        return text.strip().lines().map(String::stripTrailing).toList();
    }

    @Test
    void theExperimentShownIsValid() throws IOException {
        Path file =
                Files.writeString(folder.resolve("shown.yaml"), blocks("yaml").get(0));
        assertThat(Kelvin.run("check", file)).returns(0, Kelvin::code);
        Path wrong = Files.writeString(
                folder.resolve("bad.yaml"),
                blocks("yaml").get(0).replace("{Softmax: {temperature: 0.1", "{Softmax: {temprature: 0.1"));
        assertThat(Kelvin.run("check", wrong).err()).endsWith(blocks("text").get(0) + "\n");
    }

    @Test
    void javaSnippetsAreTakenFromCodeThatRuns() throws IOException {
        String code = squeezed(Files.readString(Path.of("src/test/java/kelvin/docs/SnippetsTest.java")));
        assertThat(blocks("java"))
                .allSatisfy(snippet -> snippet.lines()
                        .map(line -> line.replaceFirst(" +//.*", ""))
                        .forEach(line -> assertThat(code).contains(squeezed(line))));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }

    @Test
    void theResultsShownAreThoseOfTheExperiment() throws IOException {
        assertThat(RESULTS.resolve("experiment.yaml"))
                .hasSameBinaryContentAs(Path.of("experiments/ten-armed-testbed.yaml"));
    }
}
