package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.cli.text.Lesson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** README and guide keep their word: their snippets compile and hold, their commands run and answer what is shown. */
class ReadmeTest {
    private static final Pattern REGRET = Pattern.compile("^(.+?) {2,}([0-9.]+) {2,}[0-9.]+ … ");

    @TempDir
    private Path folder;

    /** The text of every fenced block of the README in a language. */
    private static List<String> blocks(String language) throws IOException {
        return blocks(Path.of("README.md"), language);
    }

    private static List<String> blocks(Path page, String language) throws IOException {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1).strip())
                .toList();
    }

    /** README, guide and lessons. */
    static Stream<Path> pages() throws IOException {
        return Stream.concat(guide(), under("lessons"));
    }

    /** README and guide; the sessions of lessons are run by the lessons' own test, as {@code kelvin lesson} does. */
    private static Stream<Path> guide() throws IOException {
        return Stream.concat(Stream.of(Path.of("README.md")), under("guide"));
    }

    private static Stream<Path> under(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/site/markdown", folder))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    static Stream<String> commands() throws IOException {
        return blocks("sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("./kelvin "))
                .map(line -> line.substring("./kelvin ".length()).replaceFirst(" +#.*", ""));
    }

    static Stream<String> sessions() throws IOException {
        List<String> sessions = new ArrayList<>();
        for (Path page : guide().toList()) {
            sessions.addAll(blocks(page, "console"));
        }
        return sessions.stream().filter(block -> !block.startsWith("$ ./kelvin run"));
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
        String there = command.startsWith("compare")
                ? compared(command)
                : command.replace(" my-question", " " + folder.resolve("my-question"))
                        .replace("--results results", "--results " + folder);
        String small = command.startsWith("run")
                ? " --repetitions 2 --no-charts" + (command.contains(" --results ") ? "" : " --results " + folder)
                : "";
        assertThat(Kelvin.run((Object[]) (there + small).split(" "))).returns(0, Kelvin::code);
    }

    /** Plays the folders that a command compares, each with a seed of its own; returns the command with them. */
    private String compared(String command) {
        String there =
                command.replace(" results/", " " + folder + "/results/") + " --no-charts --out " + folder + "/out";
        int seed = 0;
        for (String word : there.split(" ", -1)) {
            if (word.startsWith(folder + "/results/")) {
                seed++;
                Kelvin.run((Object[]) ("run " + folder + "/my-question.yaml --repetitions 2 --no-charts --seed " + seed
                                + " --results " + Path.of(word).getParent())
                        .split(" ", -1));
            }
        }
        return there;
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void commandsAnswerWhatIsShown(String session) {
        String command = session.lines().findFirst().orElseThrow().substring("$ ./kelvin ".length());
        Kelvin answer = Kelvin.run(Lesson.words(command).toArray());
        assertThat(session.lines().skip(1)).containsExactlyElementsOf(trimmed(answer.out()));
    }

    private static String mainSession() throws IOException {
        return blocks("console").stream()
                .filter(block -> block.startsWith("$ ./kelvin run"))
                .findFirst()
                .orElseThrow();
    }

    /** The lines of the table that the README's run prints, played with some more options. */
    private List<String> mainTable(String options) throws IOException {
        String command = mainSession().lines().findFirst().orElseThrow().substring("$ ./kelvin ".length());
        String played = Kelvin.run((Object[]) (command + " --no-charts --results " + folder + options).split(" "))
                .out();
        return trimmed(played.substring(0, played.indexOf(folder.toString())));
    }

    @Tag("long")
    @Test
    void theMainJobAnswersWhatIsShown() throws IOException {
        assertThat(mainSession()).contains(String.join("\n", mainTable("")));
    }

    /** The table shown, but for the numbers: these are close. */
    @Test
    void aTenthOfTheMainJobAnswersNearlyWhatIsShown() throws IOException {
        List<String> found = mainTable(" --repetitions 200");
        List<String> shown = mainSession().lines().skip(1).limit(found.size()).toList();
        assertThat(words(found)).isEqualTo(words(shown));
        Map<String, Double> regrets = regrets(shown);
        assertThat(regrets(found))
                .hasSizeGreaterThan(5)
                .hasSameSizeAs(regrets)
                .allSatisfy((learner, regret) ->
                        assertThat(regrets.get(learner)).as(learner).isCloseTo(regret, withinPercentage(25)));
    }

    /** Returns the words of a table without its numbers, however wide the columns are. */
    private static List<String> words(List<String> table) {
        return table.stream()
                .filter(line -> !REGRET.matcher(line).find())
                .map(line -> line.replaceAll(" +", " "))
                .toList();
    }

    /** Regret by learner, of the lines of a table that begin with both. */
    private static Map<String, Double> regrets(List<String> table) {
        return table.stream()
                .map(REGRET::matcher)
                .filter(Matcher::find)
                .collect(Collectors.toMap(row -> row.group(1), row -> Double.parseDouble(row.group(2))));
    }

    private static List<String> trimmed(String text) {
        return text.strip().lines().map(String::stripTrailing).toList();
    }

    @Test
    void aMistakeIsAnsweredAsShown() throws IOException {
        Path wrong = Files.writeString(
                folder.resolve("bad.yaml"),
                blocks("yaml").get(0).replace("{Softmax: {temperature: 0.1", "{Softmax: {temprature: 0.1"));
        assertThat(Kelvin.run("check", wrong).err()).endsWith(blocks("text").get(0) + "\n");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void experimentsShownAreValid(Path page) throws IOException {
        for (String experiment : blocks(page, "yaml")) {
            String data = "file: " + Path.of("experiments/data").toAbsolutePath() + "/";
            Path file = Files.writeString(folder.resolve("shown.yaml"), experiment.replace("file: data/", data));
            assertThat(Kelvin.run("check", "--quiet", file)).returns(0, Kelvin::code);
        }
    }

    static Stream<Path> allPages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/site/markdown"))) {
            List<Path> site =
                    files.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(Path.of("README.md")), site.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("allPages")
    void linksAndPicturesAreThere(Path page) throws IOException {
        Stream<String> targets = Pattern.compile("\\]\\(([^)#:]+)\\)")
                .matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1));
        assertThat(targets.map(page::resolveSibling)).allMatch(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void javaSnippetsAreTakenFromCodeThatRuns(Path page) throws IOException {
        Path tests = Path.of("src/test/java");
        StringBuilder texts = new StringBuilder();
        for (String file : List.of(
                "kelvin/docs/SnippetsTest.java",
                "kelvin/docs/DecisionSnippetsTest.java",
                "kelvin/docs/Agent.java",
                "../../it/service/src/main/java/service/Main.java",
                "mine/AsymptoticUcb.java",
                "mine/AsymptoticUcbTest.java",
                "mine/Laplace.java",
                "mine/RankBased.java",
                "mine/RankBasedTest.java")) {
            texts.append(Files.readString(tests.resolve(file)));
        }
        String code = squeezed(texts.toString());
        assertThat(blocks(page, "java"))
                .allSatisfy(snippet -> snippet.lines()
                        .map(line -> line.replaceFirst(" +//.*", ""))
                        .forEach(line -> assertThat(code).contains(squeezed(line))));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
