package kelvin.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "softmax τ=0.1 | softmax $\\tau$=0.1",
                "95 % of $5 & #1_a {b} | 95 \\% of \\$5 \\& \\#1\\_a \\{b\\}",
                "a\\b~c^d | a\\textbackslash{}b\\textasciitilde{}c\\textasciicircum{}d",
                "q₀ ≤ 10² − 1 | q$_0$ $\\leq$ 10$^2$ $-$ 1",
                "déjà vu | déjà vu"
            })
    void whatHasAMeaningIsEscaped(String text, String latex) {
        assertThat(LatexText.of(text)).isEqualTo(latex);
    }
}
