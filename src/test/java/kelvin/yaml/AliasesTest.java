package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasesTest {
    private static Aliases aliases() {
        return Aliases.of("Softmax: Boltzmann, Gibbs\nBeta: Gibbs\n", "temperature: tau, T\nseed: random state");
    }

    @Test
    void aTableHasALineForEachName() {
        assertThat(aliases().components())
                .isEqualTo(Map.of("boltzmann", List.of("Softmax"), "gibbs", List.of("Softmax", "Beta")));
        assertThat(aliases().keys().keySet()).containsExactly("tau", "t", "randomstate");
    }

    @Test
    void aKeyIsMeantIfItIsAllowed() {
        assertThat(aliases().keysFor("Tau", List.of("seed", "temperature"))).containsExactly("temperature");
        assertThat(aliases().keysFor("tau", List.of("seed"))).isEmpty();
        assertThat(aliases().keysFor("random_state", List.of("seed"))).containsExactly("seed");
        assertThat(aliases().keysFor("sigma", List.of("seed"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Epsilon-Greedy, epsilongreedy", "UCB 1, ucb1", "1/√t, 1sqrtt", "größe, größe", "'', ''"})
    void spellingsHaveTheirLettersAndDigitsInCommon(String name, String plain) {
        assertThat(Aliases.plain(name)).isEqualTo(plain);
    }
}
