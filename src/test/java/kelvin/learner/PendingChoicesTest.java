package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kelvin.contract.InvalidValue;
import kelvin.json.Json;
import kelvin.json.JsonState;
import org.junit.jupiter.api.Test;

class PendingChoicesTest {
    @Test
    void unansweredDecisionsAreRemembered() {
        PendingChoices decisions = new PendingChoices();
        for (int step = 1; step <= 1000; step++) {
            decisions.add(step, step % 7, 1.0 / step);
        }
        for (int step = 1; step <= 1000; step++) {
            int place = decisions.find(step);
            assertThat(decisions.choice(place)).isEqualTo(step % 7);
            assertThat(decisions.probability(place)).isEqualTo(1.0 / step);
            decisions.remove(place);
            assertThat(decisions.find(step)).isEqualTo(-1);
        }
    }

    @Test
    void beyondItsRoomTheOldestAreForgotten() {
        PendingChoices decisions = new PendingChoices();
        for (int step = 1; step <= 200_000; step++) {
            decisions.add(step, 0, 1);
        }
        assertThat(decisions.find(200_000 - 65_536)).isEqualTo(-1);
        assertThat(decisions.find(200_000 - 65_535)).isNotNegative();
    }

    @Test
    void aForgottenDecisionIsNotFoundAndOthersAre() {
        PendingChoices decisions = new PendingChoices();
        decisions.add(1, 4, 0.5);
        decisions.forget(1);
        assertThat(decisions.find(1)).isEqualTo(-1);
        decisions.add(1, 4, 0.5);
        decisions.add(2, 5, 0.25);
        decisions.forget(1);
        decisions.forget(3);
        assertThat(decisions.find(1)).isEqualTo(-1);
        assertThat(decisions.choice(decisions.find(2))).isEqualTo(5);
    }

    @Test
    void whatIsSavedIsWhatIsUnanswered() {
        PendingChoices decisions = new PendingChoices();
        for (int step = 1; step <= 9; step++) {
            decisions.add(step, 10 * step, 1.0 / step);
        }
        for (int step : new int[] {1, 3, 4, 5, 7, 8}) {
            decisions.forget(step);
        }
        String state = Json.canonical(JsonState.save(decisions));
        assertThat(state)
                .isEqualTo("{\"choices\":[20,60,90],\"probabilities\":[0.5,0.16666666666666666,0.1111111111111111],"
                        + "\"steps\":[2,6,9]}");
        PendingChoices loaded = new PendingChoices();
        JsonState.load("pending", Json.parse(state), loaded);
        assertThat(Json.canonical(JsonState.save(loaded))).isEqualTo(state);
        assertThat(loaded.probability(loaded.find(6))).isEqualTo(1.0 / 6);
        assertThat(loaded.find(1)).isEqualTo(-1);
    }

    @Test
    void aDamagedStateIsRefused() {
        refused("[20]", "[0]", "steps[0]: found 0, must be >= 1");
        refused("[-1]", "[2]", "choices[0]: found -1, must be in [0, 2147483647]");
    }

    private static void refused(String choices, String steps, String message) {
        String state = "{\"choices\":" + choices + ",\"probabilities\":[0.5],\"steps\":" + steps + "}";
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> JsonState.load("pending", Json.parse(state), new PendingChoices()))
                .withMessage("pending." + message);
    }
}
