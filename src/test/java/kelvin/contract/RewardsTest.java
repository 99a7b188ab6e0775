package kelvin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RewardsTest {
    @ParameterizedTest
    @CsvSource({
        "REAL, -1, true",
        "REAL, NaN, false",
        "REAL, Infinity, false",
        "NON_NEGATIVE, 0.5, true",
        "NON_NEGATIVE, -0.5, false",
        "NON_NEGATIVE, Infinity, false",
        "COUNTS, 3, true",
        "COUNTS, 0.5, false",
        "COUNTS, -1, false",
        "COUNTS, NaN, false",
        "UNIT_INTERVAL, 1, true",
        "UNIT_INTERVAL, 1.0000001, false",
        "UNIT_INTERVAL, NaN, false",
        "BINARY, 1, true",
        "BINARY, 0, true",
        "BINARY, 0.5, false"
    })
    void knowsItsNumbers(Rewards rewards, double number, boolean contained) {
        assertThat(rewards.contain(number)).isEqualTo(contained);
    }

    @ParameterizedTest
    @EnumSource
    void includesWhatItContains(Rewards rewards) {
        for (Rewards other : Rewards.values()) {
            for (double number : new double[] {-1, 0, 0.5, 1, 2}) {
                if (rewards.include(other) && other.contain(number)) {
                    assertThat(rewards.contain(number)).isTrue();
                }
            }
            assertThat(rewards.or(other).include(rewards)).isTrue();
            assertThat(rewards.or(other).include(other)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"COUNTS, UNIT_INTERVAL, NON_NEGATIVE", "BINARY, COUNTS, COUNTS", "UNIT_INTERVAL, REAL, REAL"})
    void aMixtureIsTheNarrowestKindOfBoth(Rewards one, Rewards other, Rewards mixture) {
        assertThat(one.or(other)).isEqualTo(mixture);
        assertThat(other.or(one)).isEqualTo(mixture);
    }

    @ParameterizedTest
    @CsvSource({"-1, REAL", "2.5, NON_NEGATIVE", "2, COUNTS", "0.5, UNIT_INTERVAL", "1, BINARY", "-0.0, BINARY"})
    void aNumberIsOfTheNarrowestKind(double number, Rewards kind) {
        assertThat(Rewards.of(number)).isEqualTo(kind);
    }
}
