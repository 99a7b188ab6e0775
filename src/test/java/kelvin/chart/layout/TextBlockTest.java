package kelvin.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBlockTest {
    @Test
    void linesBreakAtSpacesAndLoseNoWord() {
        TextBlock block = TextBlock.wrap("one two three four five six seven", ChartTheme.DEFAULT.label(), 80, 9);
        assertThat(block.lines()).hasSizeGreaterThan(2);
        assertThat(String.join(" ", block.lines())).isEqualTo("one two three four five six seven");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a word and then some more of them",
                "unbreakableunbreakableunbreakable",
                "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"
            })
    void noLineIsWiderThanAllowed(String text) {
        assertThat(TextBlock.wrap(text, ChartTheme.DEFAULT.label(), 60, 2).width())
                .isLessThanOrEqualTo(60);
    }

    @Test
    void aWordThatIsTooWideBreaksAfterItsHyphen() {
        assertThat(TextBlock.wrap("Boltzmann-Gumbel", ChartTheme.DEFAULT.label(), 90, 2)
                        .lines())
                .containsExactly("Boltzmann-", "Gumbel");
        assertThat(TextBlock.wrap("UCB-V or window", ChartTheme.DEFAULT.label(), 90, 2)
                        .lines())
                .containsExactly("UCB-V or", "window");
    }

    @Test
    void whatDoesNotFitEndsInAnEllipsis() {
        TextBlock block = TextBlock.wrap("word ".repeat(100), ChartTheme.DEFAULT.label(), 100, 3);
        assertThat(block.lines()).hasSize(3);
        assertThat(block.lines().get(2)).endsWith("…");
    }

    @Test
    void charactersThatXmlForbidsBecomeSpaces() {
        assertThat(TextBlock.wrap("a\0\n\tb", ChartTheme.DEFAULT.label(), 100, 1)
                        .lines())
                .containsExactly("a b");
    }

    @Test
    void theBundledFontsHaveGreekAndMathematics() {
        for (var font : new java.awt.Font[] {ChartTheme.DEFAULT.label(), ChartTheme.DEFAULT.title()}) {
            assertThat(font.canDisplayUpTo("ε-greedy τ = 10⁻³ ≤ ½ ± ∞ – “x” → ∑"))
                    .isEqualTo(-1);
        }
    }

    @Test
    void aNameIsShortenedInItsMiddle() {
        assertThat(TextBlock.middle("short", ChartTheme.DEFAULT.tick(), 100).lines())
                .containsExactly("short");
        TextBlock cut = TextBlock.middle("a rather long class name number 3", ChartTheme.DEFAULT.tick(), 100);
        assertThat(cut.lines()).hasSize(1);
        assertThat(cut.lines().get(0)).startsWith("a rath").contains("…").endsWith("mber 3");
        assertThat(cut.width()).isBetween(80.0, 100.0);
    }
}
