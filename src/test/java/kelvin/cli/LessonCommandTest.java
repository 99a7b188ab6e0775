package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import kelvin.cli.text.Lesson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists lessons and refuses others; that their commands run is tested with their pages. */
class LessonCommandTest {
    @Test
    void aloneItListsTheLessons() {
        Kelvin answer = Kelvin.run("lesson");
        assertThat(answer.code()).isZero();
        assertThat(answer.out().lines().filter(line -> line.matches(" ?[0-9]+  .+")))
                .hasSameSizeAs(Lesson.PAGES)
                .first()
                .isEqualTo(" 1  One decision: softmax and sigmoid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | found 0", "99 | found 99", "one | N: found 'one', must be a whole number"})
    void thereIsNoOther(String number, String problem) {
        Kelvin answer = Kelvin.run("lesson", number);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().lines()).singleElement().asString().contains(problem);
    }

    @Test
    void commandsAreShownBeforeTheirAnswersAndExercisesAtTheEnd() {
        Kelvin answer = Kelvin.run("lesson", "1");
        assertThat(answer.out())
                .startsWith("1 · One decision: softmax and sigmoid\n=====")
                .containsSubsequence(
                        "\n> Four actions",
                        "\n$ ./kelvin explain -0.5 1.2 -0.1 2.4\nSoftmax[temperature=1.0], seed 1\n",
                        "\nExercises\n---------\n",
                        "\n3. ",
                        "\nThe answers: kelvin lesson 1 --answers\n")
                .doesNotContain("**", "](", "<details>", "0.467922");
        assertThat(Kelvin.run("lesson", "1", "--answers").out())
                .contains("0.467922")
                .doesNotContain("<details>", "The answers: ");
    }

    @Test
    void completionKnowsIt() {
        assertThat(Kelvin.run("completion").out()).contains("lesson", "--answers");
    }
}
