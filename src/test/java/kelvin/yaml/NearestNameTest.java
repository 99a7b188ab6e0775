package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"temprature", "temperatuer", "Temperature", "temperatures", "temparatur", "temperature "})
    void aSlipOfTheFingerIsRecognised(String name) {
        assertThat(NearestName.hint(name, List.of("threshold", "temperature")))
                .isEqualTo(", did you mean 'temperature'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "frobnicate", "tau"})
    void whatIsNearNothingGetsNoSuggestion(String name) {
        assertThat(NearestName.hint(name, List.of("threshold", "temperature"))).isEqualTo(".");
    }

    @Test
    void aVeryLongNameCostsNothing() {
        assertThat(NearestName.hint("x".repeat(1_000_000), List.of("temperature")))
                .isEqualTo(".");
    }
}
