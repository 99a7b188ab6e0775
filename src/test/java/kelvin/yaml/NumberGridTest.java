package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberGridTest {
    private static Iterable<Object> grid(String yaml) {
        return NumberGrid.read(YamlMapping.of(YamlDocument.root("x.yaml", yaml)));
    }

    @Test
    void ratiosAreEqualUnlessDifferencesAreWanted() {
        assertThat(grid("{from: 1, to: 100, points: 3}")).containsExactly(1.0, 10.0, 100.0);
        assertThat(grid("{from: 8, to: 1, points: 4, spacing: log}")).containsExactly(8.0, 4.0, 2.0, 1.0);
        assertThat(grid("{from: -1, to: 2, points: 4, spacing: linear}")).containsExactly(-1.0, 0.0, 1.0, 2.0);
        assertThat(grid("{from: 5, to: 7, points: 2}")).containsExactly(5.0, 7.0);
    }

    @Test
    void numbersAreRoundedToTwelveDigits() {
        assertThat(grid("{from: 0, to: 1, points: 4, spacing: linear}"))
                .containsExactly(0.0, 0.333333333333, 0.666666666667, 1.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {from: 0, to: 1, points: 3}               | x.yaml:1: found 0.0 to 1.0, must be > 0, or with spacing: linear
            {from: 1, to: 0, points: 3}               | x.yaml:1: found 1.0 to 0.0, must be > 0, or with spacing: linear
            {from: 1, to: -2, points: 3}              | x.yaml:1: found 1.0 to -2.0, must be > 0, or with spacing: linear
            {from: 1, to: 2}                          | x.yaml:1: missing key 'points'. Allowed: from, to, points, spacing
            {from: 1, to: 2, points: 1}               | x.yaml:1: points: found 1, must be a whole number in [2, 10000]
            {from: 1, to: 2, points: 10001}           | x.yaml:1: points: found 10001, must be a whole number in [2, 10000]
            {from: 1, to: 2, points: 3, spacing: sqrt} | x.yaml:1: spacing: found 'sqrt', must be one of log, linear
            {from: 1, to: 2, points: 3, spacing: []}  | x.yaml:1: spacing: found a list, must be one of log, linear
            {from: 1, to: 2, points: 3, step: 1}      | x.yaml:1: unknown key 'step'. Allowed: from, to, points, spacing
            """)
    void aMistakeIsReportedWithWhatIsAllowed(String yaml, String message) {
        assertThatThrownBy(() -> grid(yaml)).isInstanceOf(BadInput.class).hasMessage(message);
    }
}
