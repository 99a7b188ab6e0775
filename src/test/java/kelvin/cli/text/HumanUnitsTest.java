package kelvin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanUnitsTest {
    @ParameterizedTest
    @CsvSource({
        "0.2, less than a second",
        "1, about 1 s",
        "119, about 119 s",
        "600, about 10 min",
        "36000, about 10 h",
        "864000, about 10 days"
    })
    void durationsHaveAUnitThatSuits(double seconds, String text) {
        assertThat(HumanUnits.duration(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999.4, 999", "999.6, 1.0 k", "12345, 12 k", "2500000, 2.5 M", "3e12, 3000 G"})
    void ratesHaveTwoDigitsAtLeast(double n, String text) {
        assertThat(HumanUnits.rounded(n)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"7, 0:07", "750, 12:30", "3599.6, 1:00:00", "11100, 3:05:00"})
    void clocksCarryOver(double seconds, String text) {
        assertThat(HumanUnits.clock(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.844, 0.84 s", "12.34, 12.3 s", "600, 10:00"})
    void measuredTimesAreAsPreciseAsTheyAreShort(double seconds, String text) {
        assertThat(HumanUnits.seconds(seconds)).isEqualTo(text);
    }

    @Test
    void countsAreGrouped() {
        assertThat(HumanUnits.count(16_000_000)).isEqualTo("16,000,000");
    }
}
