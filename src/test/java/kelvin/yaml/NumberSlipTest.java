package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSlipTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0,1     | with a decimal point: 0.1
                    -0,25   | with a decimal point: -0.25
                    1,000   | without separators or with a decimal point: 1000 or 1.000
                    1_000.5 | without separators: 1000.5
                    90%     | without %: 0.9
                    1/2     | , worked out: 0.5
                    2/3     | , worked out: 0.6666667
                    10^-3   | , written 1e-3
                    2.5k    | , written out: 2500
                    0.3 s   | without a unit: 0.3
                    """)
    void anotherNotationIsTranslated(String text, String hint) {
        assertThat(NumberSlip.hint(text, false).strip()).isEqualTo(hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1/0", "1/t", "0.1", ",", "%", "1,2,3", "--1", "k"})
    void whatIsNoNumberIsNotGuessed(String text) {
        assertThat(NumberSlip.hint(text, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,1", "90%", "1/2"})
    void aFractionIsNoWholeNumber(String text) {
        assertThat(NumberSlip.hint(text, true)).isEmpty();
    }

    @Test
    void quotesOfANumberAreLeftOut() {
        assertThat(NumberSlip.hint(YamlDocument.parse("x", "'0.2'"), false)).isEqualTo(" without quotes: 0.2");
        assertThat(NumberSlip.hint(YamlDocument.parse("x", "\"0,2\""), false)).isEqualTo(" with a decimal point: 0.2");
        assertThat(NumberSlip.hint(YamlDocument.parse("x", "'hot'"), false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {file: x.csv, column: p}     | '; a column gives one per row where its record stands in place of a list, without brackets'
                    {from: 0, to: 1, points: 2}  | '; a column gives one per row where its record stands in place of a list, without brackets'
                    {[file]: x.csv}              | ''
                    {Linear: {start: 1, end: 0}} | ''
                    [0.1, 1]                     | "; 'sweep' plays several"
                    """, quoteCharacter = '`')
    void severalNumbersAreSaidToStandElsewhere(String yaml, String hint) {
        assertThat(NumberSlip.hint(YamlDocument.parse("x", yaml), false))
                .isEqualTo(hint.substring(1, hint.length() - 1));
    }

    @Test
    void aLongTextIsNoNumber() {
        String long100 = "0," + "1".repeat(98);
        assertThat(NumberSlip.hint(long100, false)).endsWith(long100.substring(2));
        assertThat(NumberSlip.hint(long100 + "1", false)).isEmpty();
    }
}
