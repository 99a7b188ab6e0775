package kelvin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvalidValueTest {
    private final InvalidValue error = new InvalidValue("temperature", -1.0, "finite and > 0");

    @Test
    void theMessageSaysWhereWhatAndWhatIsAllowed() {
        assertThat(error).hasMessage("temperature = -1.0, must be finite and > 0");
    }

    @Test
    void theNameAndTheProblemCanBeToldApart() {
        assertThat(error.name()).isEqualTo("temperature");
        assertThat(error.problem()).isEqualTo("found -1.0, must be finite and > 0");
    }
}
