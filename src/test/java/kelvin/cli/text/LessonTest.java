package kelvin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LessonTest {
    private static final String PAGE = """
            # 3 · A title

            > Quoted
            > twice

            A **bold** word, a [link](../there.md) and `code * 2`
            on two lines.

            * one
            * two,
              continued

            ![A picture](there.svg)

            ```console
            $ ./kelvin explain 1 --policy '{Greedy: {}}'
            shown, not printed

            ```

            ```text
            as it is
            ```

            <details><summary>Answer</summary>

            Folded.

            </details>

            Last.
            """;

    @Test
    void commandsAreRunAndTextIsPlain() {
        Lesson lesson = Lesson.parse(PAGE, false);
        assertThat(lesson.title()).isEqualTo("A title");
        assertThat(lesson.steps())
                .containsExactly(
                        said("3 · A title\n==========="),
                        said("> Quoted twice"),
                        said("A bold word, a link and `code * 2` on two lines."),
                        said("* one\n* two, continued"),
                        said("Picture: A picture (src/site/markdown/lessons/there.svg)"),
                        new Lesson.Step(
                                "$ ./kelvin explain 1 --policy '{Greedy: {}}'",
                                List.of("explain", "1", "--policy", "{Greedy: {}}")),
                        said("    as it is"),
                        said("Last."));
    }

    @Test
    void foldedTextIsThereOnRequest() {
        assertThat(Lesson.parse(PAGE, true).steps()).contains(said("Folded.")).hasSize(9);
    }

    @Test
    void longLinesAreWrappedAndHang() {
        String text = Lesson.parse("# 1 · T\n\n* " + "word ".repeat(40), false)
                .steps()
                .get(1)
                .text();
        assertThat(text.lines()).hasSize(3).allMatch(line -> line.length() <= 88);
        assertThat(text.lines().skip(1)).allMatch(line -> line.startsWith("  word"));
    }

    private static Lesson.Step said(String text) {
        return new Lesson.Step(text, List.of());
    }
}
