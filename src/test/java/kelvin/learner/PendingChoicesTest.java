package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;

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
}
