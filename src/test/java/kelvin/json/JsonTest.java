package kelvin.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import java.util.Map;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void everyFiniteDoubleComesBackToTheLastBit() {
        UniformRandomProvider random = Seed.of(1).generator();
        for (int i = 0; i < 20_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(x)) {
                assertThat(Json.parse(Json.canonical(x))).isEqualTo(x);
            }
        }
        assertThat(Json.parse(Json.canonical(-0.0))).isEqualTo(-0.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "\"quoted\\", "line\nbreak\u0000", "größe ∞ 𝛼", "\ud800 alone", "\ufeff\u2028"})
    void everyTextComesBack(String text) {
        assertThat(Json.parse(Json.pretty(text))).isEqualTo(text);
    }

    @Test
    void treesComeBack() {
        Map<String, Object> tree =
                Map.of("list", List.of(1L, 2.5, true, "x"), "map", Map.of("empty", List.of()), "n", "");
        assertThat(Json.parse(Json.pretty(tree))).isEqualTo(tree);
        assertThat(Json.parse(" [null, false, {} , 1e3, \"\\u00e9\\/\"] "))
                .asInstanceOf(LIST)
                .containsExactly(null, false, Map.of(), 1000.0, "é/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\":1,}      | character 8: found }, must be a key in quotes",
                "{\"a\":1,\"a\":2} | character 8: found \"a\":2}, must be a key not used before",
                "[1 2]          | character 4: found 2], must be ',' or ']'",
                "[01]           | character 3: found 1], must be ',' or ']'",
                "{\"a\" 1}        | character 6: found 1}, must be ':'",
                "\"open          | character 6: found the end, must be '\"'",
                "\"\\x\"          | character 3: found x\", must be one of \"\\/bfnrt or u and four hexadecimal digits",
                "NaN            | character 1: found NaN, must be a value",
                "1e999          | character 1: found 1e999, must be a number that a double can hold",
                "99999999999999999999 | character 1: found 99999999999999999999, must be a whole number of 64 bits",
                "1 1            | character 3: found 1, must be the end",
                "[              | character 2: found the end, must be a value"
            })
    void whatIsNotJsonIsRefused(String text, String problem) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text)).withMessage(problem);
    }

    @Test
    void depthIsLimited() {
        assertThat(Json.parse("[".repeat(100) + "]".repeat(100))).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse("[".repeat(100_000)))
                .withMessageContaining("at most 100 levels deep");
    }
}
