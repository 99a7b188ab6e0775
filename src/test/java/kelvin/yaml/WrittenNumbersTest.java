package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class WrittenNumbersTest {
    @Test
    void numbersKeepTheirText() {
        assertThat(WrittenNumbers.of(
                        YamlDocument.root("x.yaml", "a: [0.10, 1e3, -2, 0x10, 0.1]\nb: {from: 5.0, to: '6'}")))
                .containsExactly(
                        entry(0.1, "0.10"),
                        entry(1000.0, "1e3"),
                        entry(-2.0, "-2"),
                        entry(16.0, "0x10"),
                        entry(5.0, "5.0"));
    }

    @Test
    void infinityIsNoNumber() {
        assertThatThrownBy(() -> WrittenNumbers.of(YamlDocument.root("x.yaml", "[1,\n .inf]")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("x.yaml:2: found .inf, must be a finite number");
    }
}
