package kelvin.chart.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberStyleTest {
    @Test
    void englishNumbersAreGroupedBySpacesFromFiveDigitsOn() {
        assertThat(NumberStyle.EN.format(1000, 0)).isEqualTo("1000");
        assertThat(NumberStyle.EN.format(10_000, 0)).isEqualTo("10\u202F000");
        assertThat(NumberStyle.EN.format(1_234_567.5, 1)).isEqualTo("1\u202F234\u202F567.5");
    }

    @Test
    void americanNumbersAreGroupedByCommas() {
        assertThat(NumberStyle.EN_US.format(999, 0)).isEqualTo("999");
        assertThat(NumberStyle.EN_US.format(-10_000, 2)).isEqualTo("−10,000.00");
    }

    @Test
    void zeroHasNoSign() {
        assertThat(NumberStyle.EN.format(-0.0001, 2)).isEqualTo("0.00");
    }

    @Test
    void exponentsAreSuperscript() {
        assertThat(NumberStyle.superscript(-10)).isEqualTo("⁻¹⁰");
    }
}
