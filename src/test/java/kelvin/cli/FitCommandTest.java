package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitCommandTest {
    private static final Path CHOICES = Path.of("src/test/resources/reference/choices.csv");

    @TempDir
    private Path folder;

    @Test
    void modelsAreComparedAndRecoveryIsDrawn() {
        Kelvin answer = Kelvin.run("fit", CHOICES, "--recover", 3, "--results", folder);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("400 choices of 1 subject\n")
                .containsPattern("temperature, learning rate, stickiness +-271\\.4005")
                .contains("best by BIC: temperature, learning rate, stickiness; parameters with 95 % intervals")
                .containsPattern("all +0\\.3127\\d\\d \\(0\\.2\\d+ … 0\\.3\\d+\\) +0\\.288");
        assertThat(folder.resolve("choices/recovery.png")).exists();
    }

    @Test
    void subjectsAreFittedOneByOne() throws IOException {
        StringBuilder csv = new StringBuilder("subject,choice,reward\n");
        Files.readAllLines(CHOICES).stream()
                .skip(1)
                .limit(60)
                .forEach(line -> csv.append("ann," + line + "\nbob," + line + "\n"));
        Path file = Files.writeString(folder.resolve("two.csv"), csv);
        Kelvin answer = Kelvin.run("fit", file, "--recover", 0);
        assertThat(answer.out()).contains("120 choices of 2 subjects").containsPattern("(?s)\nann .*\nbob ");
    }

    @Test
    void rewardsThatNeverDifferLieNotInfinitelyFarFromTheInitialValue() throws IOException {
        Path file = Files.writeString(folder.resolve("same.csv"), "choice,reward\n" + "a\u200B,3\nb,3\n".repeat(9));
        assertThat(Kelvin.run("fit", file, "--recover", 0).out())
                .contains("2 actions: a[U+200B], b\n")
                .contains("\nwarning: all rewards are the same, and differ from the initial value 0: if the choosers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "choice,reward;0,1;;1,0| c.csv:3: found 1 cell, must be 2: choice,reward",
                "choice,reward;0,1;0,0 | c.csv: choice: found one action, '0', must be two or more; --actions says which others could be chosen",
                "subject,choice,reward;a,0,1;,1,0 | c.csv:3: subject: found '', must be a name or number",
                "choice,reward;0,x     | c.csv:2: reward: found 'x', must be a finite number",
                "choice,reward;0,1e300;1,0 | c.csv:2: reward: found '1e300', must be 0 or a number of size 1e-100 to 1e100",
                "choice,reward;0,1;1,1e-320 | c.csv:3: reward: found '1e-320', must be 0 or a number of size 1e-100 to 1e100",
                "choice;reward;0       | c.csv:1: found no column 'reward'. Columns: choice",
                "choise,reward;0,1     | c.csv:1: found no column 'choice', did you mean 'choise'? Columns: choise, reward",
                "choice,reward         | c.csv: found no choice, must hold at least one"
            })
    void aMistakeIsReportedWithItsPlace(String csv, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), csv.replace(';', '\n') + "\n");
        Kelvin answer = Kelvin.run("fit", file);
        assertThat(answer.err()).isEqualTo("kelvin: " + folder + "/" + problem + "\n");
    }

    /** The first sixty choices. */
    private static Stream<String> someChoices() throws IOException {
        return Files.readAllLines(CHOICES).stream().skip(1).limit(60);
    }

    private Path coded(String zero, String one) throws IOException {
        Path file = folder.resolve(zero + one + ".csv");
        String rows = someChoices()
                .filter(line -> !line.startsWith("2"))
                .map(line -> (line.startsWith("0") ? zero : one) + line.substring(1) + "\n")
                .collect(Collectors.joining());
        return Files.writeString(file, "choice,reward\n" + rows);
    }

    @Test
    void labelsDoNotMatter() throws IOException {
        String zeroAndOne = tables(coded("0", "1"));
        assertThat(tables(coded("1", "2"))).isEqualTo(zeroAndOne);
        assertThat(tables(coded("left", "right"))).isEqualTo(zeroAndOne);
        assertThat(tables(coded("1000000007", "2147483647"))).isEqualTo(zeroAndOne);
    }

    private String tables(Path file) {
        String out =
                Kelvin.run("fit", file, "--recover", 1, "--results", folder).out();
        return out.substring(out.indexOf("\nmodel"), out.indexOf(folder + "/", out.indexOf("recovery")));
    }

    @Test
    void theNumberOfActionsIsPrintedAndCanBeGiven() throws IOException {
        Path file = subjects(1);
        assertThat(Kelvin.run("fit", file, "--recover", 0).out()).contains("\n3 actions: 0, 1, 2\n");
        assertThat(Kelvin.run("fit", file, "--recover", 0, "--actions", 4).out())
                .contains("\n4 actions: 0, 1, 2, unchosen 1\n");
    }

    private Path points(double low, double high) throws IOException {
        StringBuilder csv = new StringBuilder("choice,reward\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i % 3 % 2).append(',').append(i % 5 < 2 ? low : high).append('\n');
        }
        return Files.writeString(folder.resolve("points.csv"), csv);
    }

    @Test
    void aFarInitialValueIsWarnedOf() throws IOException {
        assertThat(Kelvin.run("fit", points(45, 55), "--recover", 0).out())
                .contains(
                        "warning: the mean reward lies 10 standard deviations of the rewards from the initial value 0:");
        assertThat(Kelvin.run("fit", points(45, 55), "--recover", 0, "--initial-value", "50")
                        .out())
                .doesNotContain("warning");
        assertThat(Kelvin.run("fit", points(0, 1), "--recover", 0).out()).doesNotContain("warning");
    }

    @Test
    void theInitialValueCanBeFitted() throws IOException {
        assertThat(Kelvin.run("fit", subjects(1), "--recover", 0, "--initial-value", "fitted")
                        .out())
                .contains("\ntemperature, learning rate, initial value ");
    }

    @Test
    void whatIsNotIdentifiedIsSaidInWords() throws IOException {
        assertThat(Kelvin.run("fit", points(0, 0), "--recover", 0).out())
                .contains("(not identified)")
                .contains("\nnot identified: the likelihood is flat in it")
                .doesNotContain("NaN");
    }

    @Test
    void subjectsAreSummedUp() throws IOException {
        Kelvin answer = Kelvin.run("fit", subjects(2), "--recover", 2, "--results", folder, "--hierarchical");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .containsPattern("\nover subjects +mean +sd +median +subjects\ntemperature ")
                .containsPattern("\npopulation +median +68 % of choosers\ntemperature ")
                .contains("recovery: 2 simulated choosers, 1 like each of 2 subjects");
    }

    private Path subjects(int count) throws IOException {
        List<String> lines = someChoices().toList();
        StringBuilder csv = new StringBuilder("subject,choice,reward\n");
        for (int i = 0; i < lines.size(); i++) {
            csv.append('s')
                    .append(i * count / lines.size())
                    .append(',')
                    .append(lines.get(i))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("group.csv"), csv);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "--initial-value # much # --initial-value: found 'much', must be 0 or a number of size 1e-100 to 1e100, or mean, or fitted",
                "--initial-value # NaN  # --initial-value: found 'NaN', must be 0 or a number of size 1e-100 to 1e100, or mean, or fitted",
                "--separator     # ::   # --separator: found '::', must be one of ',', ';', '|' and tab",
                "--recover       # -1   # --recover: found -1, must be >= 0"
            })
    void wrongOptionsAreRefused(String option, String value, String problem) {
        assertThat(Kelvin.run("fit", CHOICES, option, value).err()).isEqualTo("kelvin: " + problem + "\n");
    }

    @Test
    void oneSubjectIsNoGroup() {
        assertThat(Kelvin.run("fit", CHOICES, "--hierarchical").err())
                .isEqualTo("kelvin: --hierarchical: " + CHOICES + " has one subject, must have two or more\n");
    }
}
