package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.choice.ChoiceSequence;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceFileTest {
    @TempDir
    private Path folder;

    private ChoiceFile read(String csv, @Nullable String actions) throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), csv);
        return ChoiceFile.read(file, new ChoiceFormat("choice", "reward", null, null, ',', actions));
    }

    private static ChoiceSequence only(ChoiceFile file) {
        assertThat(file.subjects()).hasSize(1);
        return file.subjects().values().iterator().next();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 2",
        "1.0, 2.0",
        "-0.0, 1",
        "left, right",
        "-1, 1",
        "7, 2147483648",
        "9, 10",
        "a, 5000000000000"
    })
    void labelsDoNotMatter(String one, String two) throws IOException {
        ChoiceFile file = read("choice,reward\n" + two + ",1\n" + one + ",0\n" + two + ",0\n", null);
        boolean textFirst = one.equals("a");
        assertThat(only(file).choices()).isEqualTo(textFirst ? List.of(0, 1, 0) : List.of(1, 0, 1));
        assertThat(file.actions()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3       | [0, 1, unchosen 1]", "1,2,0,x | [0, 1, 2, x]", "0,1     | [0, 1]", "1.0,0   | [0, 1]"})
    void actionsThatNobodyChoseCanBeGiven(String actions, String labels) throws IOException {
        ChoiceFile file = read("choice,reward\n1,1\n0,0\n", actions);
        assertThat(file.actions()).hasToString(labels);
        assertThat(only(file).actions()).isEqualTo(file.actions().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1          | --actions: found 1, must be in [2, 1000]",
                "2147483648 | --actions: found 2147483648, must be in [2, 1000]",
                "2          | --actions: found 2, must be 3 or more, as many as FILE: choice has: 0, 1, 2",
                "0,1        | FILE:4: choice: found '2', must be one of 0, 1",
                "a          | --actions: found 'a', must be a number or 2 to 1000 different labels with commas between them",
                "0,1,1.0    | --actions: found '0,1,1.0', must be a number or 2 to 1000 different labels with commas between them"
            })
    void wrongActionsAreRefused(String actions, String problem) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read("choice,reward\n0,1\n1,0\n2,0\n", actions))
                .withMessage(problem.replace("FILE", folder.resolve("c.csv").toString()));
    }

    @Test
    void thousandsOfActionsAreRefused() {
        String csv = IntStream.rangeClosed(1, 1001)
                .mapToObj(i -> 1_000_000_007L * i + ",1\n")
                .collect(Collectors.joining("", "choice,reward\n", ""));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read(csv, null))
                .withMessage(folder.resolve("c.csv")
                        + ":1002: choice: found '1001000007007', must be one of at most 1000 different actions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "NaN", "nan", " "})
    void missedTrialsAndUnknownRewardsAreKept(String missing) throws IOException {
        ChoiceSequence trials =
                only(read("choice,reward\n0,1\n" + missing + "," + missing + "\n1," + missing + "\n1,0\n", null));
        assertThat(trials.choices()).containsExactly(0, ChoiceSequence.MISSED, 1, 1);
        assertThat(trials.rewards()).containsExactly(1.0, Double.NaN, Double.NaN, 0.0);
    }

    @Test
    void truthIsANumber() throws IOException {
        assertThat(only(read("choice,reward\na,TRUE\nb,False\na,1.0\nb,true\n", null))
                        .rewards())
                .containsExactly(1.0, 0.0, 1.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n\n", "\r\n\r\n", "\n  \n"})
    void blankLinesAtTheEndAreNoTrials(String end) throws IOException {
        assertThat(only(read("choice,reward\n0,1\n1,0" + end, null)).choices()).hasSize(2);
    }

    @Test
    void sessionsOfASubjectFollowEachOther() throws IOException {
        ChoiceFile file =
                read("subject,session,choice,reward\na,1,0,1\nb,1,1,1\na,2,1,0\na,1,1,0\nb,1,0,0\nc,1,NA,NA\n", null);
        assertThat(file.subjects().keySet()).containsExactly("a", "b");
        assertThat(file.idle()).containsExactly("c");
        ChoiceSequence a = file.subjects().values().iterator().next();
        assertThat(a.choices()).containsExactly(0, 1, 1);
        assertThat(a.starts()).containsExactly(0, 2);
    }

    @Test
    void columnsAndSeparatorCanBeNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "who\tarm\twon\tday\nx\tl\t1\t1\nx\tr\t\t2\n");
        ChoiceFile read = ChoiceFile.read(file, new ChoiceFormat("arm", "won", "who", "day", '\t', null));
        assertThat(read.subjects().get("x"))
                .isEqualTo(new ChoiceSequence(2, List.of(0, 1), List.of(1.0, Double.NaN), List.of(0, 1)));
    }

    @Test
    void anotherSeparatorIsGuessed() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read("choice;reward\n0;1\n", null))
                .withMessage(folder.resolve("c.csv")
                        + ":1: found one column, 'choice;reward'; --separator ';' takes it apart");
    }

    @Test
    void tabsAreGuessedAndASemicolonInANameIsNone() throws IOException {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read("choice\treward\n0\t1\n", null))
                .withMessageEndingWith(":1: found one column, 'choice reward'; --separator tab takes it apart");
        Path file = Files.writeString(folder.resolve("n.csv"), "choice,won;lost\n0,1\n1,0\n");
        ChoiceFormat format = new ChoiceFormat("choice", "won;lost", null, null, ',', null);
        assertThat(only(ChoiceFile.read(file, format)).rewards()).containsExactly(1.0, 0.0);
    }

    @Test
    void oneActionAloneIsNoChoice() throws IOException {
        String csv = "choice,reward\nleft,1\nleft,0\n";
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> read(csv, null))
                .withMessage(folder.resolve("c.csv") + ": choice: found one action, 'left', must be two or more;"
                        + " --actions says which others could be chosen");
        assertThat(read(csv, "left,right").actions()).containsExactly("left", "right");
    }

    @Test
    void textInAnotherEncodingIsRefused() throws IOException {
        Path file = Files.write(
                folder.resolve("c.csv"), new byte[] {'c', 'h', 'o', 'i', 'c', 'e', ',', 'r', '\n', (byte) 0xe9});
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> ChoiceFile.read(file, new ChoiceFormat("choice", "r", null, null, ',', null)))
                .withMessage(file + ":2: byte 0xe9 is not UTF-8 text; save the file as UTF-8");
    }

    /** Squares of rewards must be numbers, and no smaller than the smallest. */
    @ParameterizedTest
    @CsvSource({"0, true", "1e-100, true", "-1e100, true", "9e-101, false", "1.1e100, false", "-1e-200, false"})
    void rewardsAreOfASizeThatCanBeFitted(String reward, boolean fittable) throws IOException {
        String csv = "choice,reward\n0,1\n1," + reward + "\n";
        if (fittable) {
            assertThat(only(read(csv, null)).rewards()).containsExactly(1.0, Double.parseDouble(reward));
        } else {
            assertThatExceptionOfType(BadInput.class)
                    .isThrownBy(() -> read(csv, null))
                    .withMessageContaining(":3: reward: found '" + reward + "', must be " + ChoiceFormat.FITTABLE);
        }
    }

    @Test
    void theLargestNumberOfActionsIsAThousand() throws IOException {
        String csv = "choice,reward\n0,1\n1,0\n";
        assertThat(read(csv, "1000").actions()).hasSize(1000);
        assertThat(read(csv, "2").actions()).hasSize(2);
        String labels = IntStream.range(0, 1000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertThat(read(csv, labels).actions()).hasSize(1000);
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> read(csv, labels + ",1000"));
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> read(csv, "1001"));
    }
}
