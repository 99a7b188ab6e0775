package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import kelvin.contract.InvalidValue;
import kelvin.json.Json;
import kelvin.json.JsonState;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class OpenActionsTest {
    private static OpenActions twoOfFour() {
        OpenActions open = new OpenActions(4);
        open.set(BitSet.valueOf(new long[] {0b1010}));
        return open;
    }

    @Test
    void allAreOpenUntilSomeAreClosed() {
        assertThat(new OpenActions(4).all()).isTrue();
        assertThat(new OpenActions(4).bits().stream()).containsExactly(0, 1, 2, 3);
        assertThat(twoOfFour().all()).isFalse();
        assertThat(twoOfFour().bits().stream()).containsExactly(1, 3);
    }

    /** A share has a standard error of at most 0.008 here. */
    @Test
    void everyOpenActionIsDrawnEquallyOften() {
        UniformRandomProvider random = Players.random(1);
        OpenActions[] sets = {new OpenActions(4), twoOfFour()};
        double[][] expected = {{0.25, 0.25, 0.25, 0.25}, {0, 0.5, 0, 0.5}};
        for (int set = 0; set < 2; set++) {
            double[] shares = new double[4];
            for (int i = 0; i < 4000; i++) {
                shares[sets[set].draw(random)] += 1.0 / 4000;
            }
            assertThat(shares).containsExactly(expected[set], within(0.04));
            assertThat(shares[0] == 0).isEqualTo(set == 1);
        }
    }

    @Test
    void explorationIsSharedByOpenActions() {
        double[] probabilities = {0, 0.75, 0, 0.25};
        twoOfFour().mix(0.5, probabilities);
        assertThat(probabilities).containsExactly(0, 0.625, 0, 0.375);
        double[] numbers = {1, 2, 3, 4};
        twoOfFour().close(numbers);
        assertThat(numbers).containsExactly(Double.NEGATIVE_INFINITY, 2, Double.NEGATIVE_INFINITY, 4);
    }

    @Test
    void closedActionsAreSavedAndOneStaysOpen() {
        OpenActions loaded = new OpenActions(4);
        String state = Json.canonical(JsonState.save(twoOfFour()));
        assertThat(state).isEqualTo("{\"closed\":[0,2]}");
        JsonState.load("open", Json.parse(state), loaded);
        assertThat(loaded.bits()).isEqualTo(twoOfFour().bits());
        assertThat(loaded.all()).isFalse();
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> JsonState.load("open", Json.parse("{\"closed\":[0,1,2,3]}"), loaded))
                .withMessage("open.closed: found all 4 actions, must be fewer, at least one is open");
    }
}
