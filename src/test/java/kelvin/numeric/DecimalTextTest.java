package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    @ParameterizedTest
    @CsvSource({"7, 7", "-0.5, -0.5", "+.5, 0.5", "1., 1", "1e-3, 0.001", "1E3, 1000", "' 2 ', 2", "4.9e-324, 4.9e-324"
    })
    void readsDecimalNumbers(String text, double number) {
        assertThat(DecimalText.parse(text)).isEqualTo(number);
        assertThat(DecimalText.finite(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7d", "2F", "1e3D", "2f ", "0x1p3", "0X10", "1_000", "1,5", "", " ", "one", "\n7d"})
    void refusesAnythingElse(String text) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> DecimalText.parse(text));
        assertThat(DecimalText.finite(text)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"1e400, Infinity", "-1e400, -Infinity", "NaN, NaN", "-Infinity, -Infinity"})
    void tellsWhatIsNotFinite(String text, Double number) {
        assertThat(DecimalText.parse(text)).isEqualTo(number);
        assertThat(DecimalText.finite(text)).isNaN();
    }
}
