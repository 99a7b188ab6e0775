package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import kelvin.chart.Charts;
import kelvin.cli.Main;
import kelvin.cli.text.Lesson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lessons keep their word: commands answer what is shown, pictures and numbers are those of today. */
class LessonsTest {
    private static final long LARGEST_PICTURE = 60_000;
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])[0-9][0-9,]*(\\.[0-9]+)?(?![\\w.]*[0-9])");

    @TempDir
    private Path folder;

    static IntStream lessons() {
        return IntStream.rangeClosed(1, Lesson.PAGES.size());
    }

    /** The lessons whose commands take longest: many exact expectations, runs, fits or networks. */
    static IntStream longLessons() {
        return IntStream.of(3, 4, 6, 8, 9, 10);
    }

    static IntStream quickLessons() {
        return lessons().filter(lesson -> longLessons().noneMatch(each -> each == lesson));
    }

    static Stream<String> pictures() {
        return LessonFigures.all().keySet().stream();
    }

    private static String page(int lesson) throws IOException {
        return Files.readString(LessonFigures.FOLDER.resolve(Lesson.PAGES.get(lesson - 1) + ".md"));
    }

    private static List<String> sessions(String page) {
        return LessonSessions.SESSION
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Returns what is printed, with the folder's name for results that the pages have. */
    private String printed(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments = Stream.of(words).map(String::valueOf).toArray(String[]::new);
        int code = Main.run(new PrintStream(out), new PrintStream(err), arguments);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(code).isZero();
        return out.toString(StandardCharsets.UTF_8)
                .replace(folder.toString(), "results/lessons")
                .lines()
                .map(String::stripTrailing)
                .reduce("", (lines, line) -> lines + line + "\n");
    }

    /** The same commands as a reader runs, in the same order. */
    @ParameterizedTest
    @MethodSource("quickLessons")
    void commandsAnswerWhatIsShown(int lesson) throws IOException {
        String answered = printed("lesson", lesson, "--answers", "--results", folder);
        assertThat(sessions(page(lesson)))
                .hasSizeGreaterThan(1)
                .allSatisfy(session -> assertThat(answered).contains(session + "\n"));
        verdictsAreQuotedAsTheyAre(lesson);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("longLessons")
    void longCommandsAnswerWhatIsShown(int lesson) throws IOException {
        commandsAnswerWhatIsShown(lesson);
    }

    /** The regrets of lesson 4, of results that are kept: as many as the table has, in any order. */
    @Test
    void keptResultsAreQuotedAsTheyAre() throws IOException {
        String table = page(4).replaceAll("(?s).*```text\n(.*?)```.*", "$1");
        assertThat(LessonFacts.kept("boltzmann-done-right")
                        .mapToObj(regret -> String.format(Locale.ROOT, " %.0f\n", regret)))
                .filteredOn(table::contains)
                .hasSize(5);
        assertThat(table.lines().filter(line -> line.matches(".*[0-9]{4}"))).hasSize(5);
    }

    /** The verdict that lesson 10 quotes stands in the file that the lesson's run has written. */
    private void verdictsAreQuotedAsTheyAre(int lesson) throws IOException {
        String quoted = page(lesson).replaceAll("(?s).*```text\n(no difference shown.*?)\n```.*", "$1");
        if (quoted.startsWith("no difference")) {
            assertThat(Files.readString(folder.resolve("80/ten-armed-testbed/comparisons.csv")))
                    .contains(quoted.replace('\n', ' '));
        }
    }

    /** Every decimal number of the text is printed by a command of the lesson, or computed. */
    @ParameterizedTest
    @MethodSource("lessons")
    void numbersAreTrue(int lesson) throws IOException {
        String page = page(lesson);
        double[] known = DoubleStream.concat(
                        numbers(String.join("\n", sessions(page)))
                                .flatMapToDouble(number -> DoubleStream.of(value(number), 100 * value(number))),
                        DoubleStream.of(LessonFacts.of(lesson)))
                .toArray();
        String prose = page.replaceAll("(?s)```.*?```", "");
        assertThat(numbers(prose).filter(number -> number.contains(".")))
                .isNotEmpty()
                .allSatisfy(number -> {
                    double half = 0.5001 * Math.pow(10, number.indexOf('.') + 1 - number.length());
                    assertThat(DoubleStream.of(known).map(x -> Math.abs(x - value(number))))
                            .as(number)
                            .anyMatch(difference -> difference <= half);
                });
    }

    private static Stream<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group);
    }

    private static double value(String number) {
        return Double.parseDouble(number.replace(",", ""));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aQuestionAPictureAndThreeExercisesWithAnswers(int lesson) throws IOException {
        String page = page(lesson);
        assertThat(page).startsWith("# " + lesson + " · ").contains("\n\n> ");
        assertThat(page.split("<details><summary>Answer</summary>\n\n", -1)).hasSize(4);
        assertThat(page.split("\n\\*\\*[1-3]\\.\\*\\* ", -1)).hasSize(4);
        Path picture = LessonFigures.FOLDER.resolve(Lesson.PAGES.get(lesson - 1) + ".svg");
        assertThat(page).contains("](" + picture.getFileName() + ")");
        assertThat(picture).exists();
        assertThat(Files.size(picture)).isLessThan(LARGEST_PICTURE);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void whatIsFoldedAwayIsPrintedOnRequestOnly(int lesson) {
        assertThat(Lesson.read(lesson, false).steps())
                .hasSizeLessThan(Lesson.read(lesson, true).steps().size() - 2)
                .allSatisfy(step -> assertThat(step.text().lines())
                        .allMatch(line -> !step.arguments().isEmpty() || line.length() <= 100));
    }

    /** A moment of the page has keys that its view reads, and numbers or words. */
    @ParameterizedTest
    @MethodSource("lessons")
    void linksIntoThePageParse(int lesson) throws IOException {
        assertThat(Pattern.compile("kelvin\\.html#([^`]*)`")
                        .matcher(page(lesson))
                        .results())
                .allSatisfy(link -> {
                    String view = link.group(1).replaceFirst("^(view=[a-z-]+)?.*", "$1");
                    String module = Map.of("", "state", "view=play", "game", "view=trade-off", "experiment")
                            .get(view);
                    String reader = Files.readString(Path.of("src/page/js", module + ".js"));
                    assertThat(link.group(1).replaceFirst("^" + view + "&?", "").split("&"))
                            .allSatisfy(part -> {
                                assertThat(part)
                                        .matches("[a-z]+=(-?[0-9.]+(,-?[0-9.]+)*|[a-z]+(:[0-9.]+(,[a-z]+:[0-9.]+)*)?)");
                                assertThat(reader)
                                        .containsPattern(
                                                "(numbers?|get|whole)\\('" + part.replaceFirst("=.*", "") + "'");
                            });
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bandit", "action value", "policy", "temperature", "regret", "entropy"})
    void theFirstWordsAreInLessonOneAndInTheGlossary(String word) throws IOException {
        String glossary = Files.readString(Path.of("src/site/markdown/glossary.md"));
        assertThat(page(1).toLowerCase(Locale.ROOT)).containsPattern("\n\\* [^\n]*\\*\\*" + word + "\\*\\*");
        assertThat(glossary).containsPattern("\n\\| " + word + "(,[^|]*)? \\|");
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("pictures")
    void picturesShowTodaysNumbers(String name) throws IOException {
        Charts.draw(LessonFigures.all().get(name).get(), folder, name);
        double[] now = SvgDots.of(folder.resolve(name + ".svg"));
        assertThat(now).hasSizeGreaterThan(20);
        assertThat(SvgDots.of(LessonFigures.FOLDER.resolve(name + ".svg"))).containsExactly(now, within(1.0));
    }

    @Test
    void fiveLinesOfJShellPrintTheWorkedExample() throws IOException {
        String page = Files.readString(LessonFigures.FOLDER.resolve("jshell.md"));
        String session = page.substring(page.indexOf("```jshell\n") + 10, page.indexOf("```\n\nJShell also"));
        List<String> lines = session.lines()
                .filter(line -> line.startsWith("jshell> "))
                .map(line -> line.substring(8))
                .toList();
        assertThat(lines).hasSize(5);
        PrintStream usual = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            lines.forEach(line -> evaluate(shell, line));
        } finally {
            System.setOut(usual);
        }
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactlyElementsOf(session.lines()
                        .filter(line -> !line.startsWith("jshell> "))
                        .toList());
    }

    private static void evaluate(JShell shell, String line) {
        String rest = line;
        while (!rest.isEmpty()) {
            SourceCodeAnalysis.CompletionInfo snippet =
                    shell.sourceCodeAnalysis().analyzeCompletion(rest);
            assertThat(shell.eval(snippet.source())).allSatisfy(event -> {
                assertThat(event.status()).isEqualTo(Snippet.Status.VALID);
                assertThat(event.exception()).isNull();
            });
            rest = snippet.remaining();
        }
    }
}
