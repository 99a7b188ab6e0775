package kelvin.chart.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import kelvin.contract.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartOptionsTest {
    private static ChartStyle style(String... texts) {
        return options(texts).resolved();
    }

    private static ChartOptions options(String... texts) {
        return ChartOptions.of(
                texts.length == 2 ? Map.of(texts[0], texts[1]) : Map.of(texts[0], texts[1], texts[2], texts[3]));
    }

    @ParameterizedTest
    @CsvSource({"3.25in, 234", "25.4cm, 720", "100mm, 283.4646", "800px, 600", "300pt, 300", "3.25 in, 234"})
    void lengthsHaveUnits(String text, double points) {
        assertThat(style("width", text).width()).isCloseTo(points, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width | 3.25 | must be a number with a unit in, cm, mm, px or pt",
                "width | 0.1in | width = 0.1in, must be between 1in and 50in",
                "fontSize | 1000pt | must be between 3pt and 100pt",
                "dpi | many | must be a whole number",
                "dpi | 7 | must be between 36 and 2400",
                "grey | yes | must be true or false",
                "style | poster | must be one of screen, paper, slide",
                "xLimits | 50..1 | must be two numbers a..b with a below b",
                "xLimits | 50 | must be two numbers a..b with a below b",
                "numbers | de | must be one of en, en-US",
                "legend | left | must be one of ends, inside, below",
                "format | png,gif | found 'gif'",
                "learners | a,a | must be different labels"
            })
    void wrongTextsAreErrors(String name, String text, String error) {
        assertThatThrownBy(() -> options(name, text)).isInstanceOfSatisfying(InvalidValue.class, e -> {
            assertThat(e.name()).isEqualTo(name);
            assertThat(e.getMessage() + e.problem()).contains(error);
        });
    }

    @Test
    void textThatHasNoRoomIsAnError() {
        assertThatThrownBy(() -> style("width", "2in", "fontSize", "12pt"))
                .hasMessage("width = 2in, must be at least 3.67in for text of 12pt");
    }

    @Test
    void aPictureOfTooManyDotsIsAnError() {
        assertThatThrownBy(() -> style("width", "40in", "dpi", "600")).hasMessageContaining("must be at most 500");
    }

    @Test
    void optionsReplaceThoseBelow() {
        ChartOptions file = options("width", "5in", "grey", "true");
        ChartOptions both = options("width", "6in").over(file);
        assertThat(both.width()).contains("6in");
        assertThat(both.grey()).contains(true);
    }

    @Test
    void limitsMayBeOpen() {
        assertThat(style("xLimits", "..50").xLimits().lowOr(7)).isEqualTo(7);
        assertThat(style("xLimits", "-1e3..").xLimits()).isEqualTo(new Limits(-1000, Double.NaN));
    }

    @Test
    void labelsWithCommasAreQuoted() {
        assertThat(style("learners", "a, \"b, c\"").learners()).containsExactly("a", "b, c");
    }

    @Test
    void aTreeGivesTheSameOptions() {
        ChartOptions read = ChartOptions.ofTree(
                Map.of("dpi", 300, "grey", true, "learners", List.of("a", "b, c"), "style", "paper"));
        assertThat(read.dpi()).contains(300);
        assertThat(read.learners()).contains(List.of("a", "b, c"));
        assertThat(read.resolved().fontSize()).isEqualTo(8);
    }
}
