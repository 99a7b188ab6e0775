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

    @Test
    void theOnlyOneThatBeginsSoIsMeant() {
        List<String> allowed = List.of("temperature", "tempo", "threshold");
        assertThat(NearestName.of("thr", allowed)).contains("threshold");
        assertThat(NearestName.of("THR", allowed)).contains("threshold");
        assertThat(NearestName.of("th", allowed)).isEmpty();
        assertThat(NearestName.of("tem", List.of("temperature", "temperament"))).isEmpty();
    }

    @Test
    void theNearestComeFirst() {
        assertThat(NearestName.nearest("abcd", List.of("wxyz", "abxy", "abdc", "abcx", "abcx"), 3))
                .containsExactly("abdc", "abcx", "abxy");
        assertThat(NearestName.of("abcd", List.of("wxyz", "abdc"))).contains("abdc");
        assertThat(NearestName.of("abcdef", List.of("abxyef", "abcxef"))).contains("abcxef");
        assertThat(NearestName.nearest("abcd", List.of("abdc", "abcd"), 1)).containsExactly("abcd");
        assertThat(NearestName.question(List.of("a", "b"))).isEqualTo(", did you mean 'a' or 'b'?");
    }

    /** One letter in place of another is a slip only in a name that has more of them: any single letter could have been meant. */
    @Test
    void nothingIsMeantThatHasNoLetterInCommon() {
        List<String> allowed = List.of("c", "n");
        assertThat(NearestName.of("x", allowed)).isEmpty();
        assertThat(NearestName.of("", allowed)).isEmpty();
        assertThat(NearestName.of("C", allowed)).contains("c");
        assertThat(NearestName.of("nn", allowed)).contains("n");
        assertThat(NearestName.of("cx", List.of("n", "cy"))).contains("cy");
        assertThat(NearestName.of("xy", List.of("yx"))).contains("yx");
    }

    /** A slip for every three letters of the shorter name. */
    @Test
    void longerNamesMayHaveMoreSlips() {
        assertThat(NearestName.of("abcxef", List.of("abcdef"))).contains("abcdef");
        assertThat(NearestName.of("abxxef", List.of("abcdef"))).contains("abcdef");
        assertThat(NearestName.of("axxxef", List.of("abcdef"))).isEmpty();
        assertThat(NearestName.of("abxxe", List.of("abcde"))).isEmpty();
        assertThat(NearestName.of("bcdef", List.of("abcdefg"))).isEmpty();
    }

    /** Two letters exchanged are one slip, two letters changed are two. */
    @Test
    void anExchangeIsOneSlip() {
        assertThat(NearestName.of("abc", List.of("acb"))).contains("acb");
        assertThat(NearestName.of("abc", List.of("axy"))).isEmpty();
        assertThat(NearestName.of("xabcdy", List.of("xcdaby"))).isEmpty();
    }
}
