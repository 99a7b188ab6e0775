package kelvin.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "89.9014, 0.594, 89.90",
        "-3.14159, 0.02, −3.142",
        "1234567.8, 4321, 1234568",
        "0.00012345, 0.000006, 0.0001235",
        "0.00001234, 0.5, 0.00",
        "0, 3e-12, 0.000000000",
        "3.25e-11, 4e-13, 3.250e-11",
        "-2e-300, 3e-301, −2.00e-300",
        "1.2341e300, 2e298, 1.234e+300",
        "4.5e9, 3e5, 4.50000e+09",
        "5, 0, 5.00",
        "5, NaN, 5.00",
        "1e-12, 0, 1.00e-12",
        "1e300, NaN, 1.00e+300",
        "5, Infinity, 5.00",
        "1e9, 100, 1.00000000e+09",
        "999999999, 100, 999999999",
        "0.0001, 0, 0.00",
        "0.00009999, 0, 1.00e-04",
        "0.00001234, 3e-8, 0.000012340",
        "NaN, 1, –",
        "-Infinity, NaN, −∞"
    })
    void numbersHaveTwoDigitsOfTheirError(double x, double error, String text) {
        assertThat(Decimals.of(error).text(x)).isEqualTo(text);
    }

    @Test
    void noNumberIsLongerThanAReaderCanTakeIn() {
        for (int exponent = -320; exponent <= 308; exponent++) {
            for (double error : new double[] {0, 1e-310, 1e-12, 1, 1e12, 1e307}) {
                double x = Double.parseDouble("-7.3e" + exponent);
                assertThat(Decimals.of(error).text(x)).hasSizeLessThanOrEqualTo(20);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "0.0316227766017, 0.03162278",
        "10, 10",
        "0, 0",
        "-2, −2",
        "1e300, 1e+300",
        "1.5e-13, 1.5e-13",
        "1000000, 1000000",
        "999999900, 999999900",
        "1e9, 1e+9",
        "1.25e-9, 0.00000000125",
        "1.25e-10, 1.25e-10"
    })
    void valuesOfAxesHaveAtMostSevenDigits(double x, String text) {
        assertThat(Decimals.value(x)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, < 0.001, < 0.001",
        "0.000999, < 0.001, < 0.001",
        "0.001, = 0.001, 0.001",
        "0.0234, = 0.023, 0.023",
        "0.0994, = 0.099, 0.099",
        "0.1, = 0.10, 0.10",
        "1, = 1.00, 1.00"
    })
    void pValuesHaveAsManyDigitsAsMatter(double p, String afterItsLetter, String cell) {
        assertThat(Decimals.pValue(p)).isEqualTo(afterItsLetter);
        assertThat(Decimals.pText(p)).isEqualTo(cell);
    }

    @Test
    void equalEndsAreNoInterval() {
        assertThat(Decimals.of(1).interval(1, 2)).isEqualTo("1.0 … 2.0");
        assertThat(Decimals.of(0).interval(1, 1)).isEqualTo("–");
        assertThat(Decimals.of(Double.NaN).interval(Double.NaN, Double.NaN)).isEqualTo("–");
    }
}
