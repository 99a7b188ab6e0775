package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kelvin.learner.Learner;
import org.junit.jupiter.api.Test;

class PendingTest {
    private static final class Listener implements Learner {
        private final List<String> heard = new ArrayList<>();

        @Override
        public int select(long step) {
            return 0;
        }

        @Override
        public void observe(long step, int action, double reward) {
            heard.add(step + ": " + action + " paid " + reward);
        }
    }

    private final Pending pending = new Pending();
    private final Listener listener = new Listener();

    @Test
    void rewardsComeInTheOrderTheyAreDue() {
        pending.add(9, 1, 0, 0.5);
        pending.add(4, 2, 1, 1);
        pending.deliver(9, listener);
        assertThat(listener.heard).containsExactly("2: 1 paid 1.0", "1: 0 paid 0.5");
    }

    @Test
    void rewardsOfOneStepComeInTheOrderOfTheirDecisions() {
        pending.add(9, 3, 0, 1);
        pending.add(9, 1, 1, 2);
        pending.add(9, 2, 0, 3);
        pending.deliver(9, listener);
        assertThat(listener.heard).containsExactly("1: 1 paid 2.0", "2: 0 paid 3.0", "3: 0 paid 1.0");
    }

    @Test
    void nothingComesBeforeItIsDueNorTwice() {
        pending.add(5, 1, 0, 1);
        pending.deliver(4, listener);
        assertThat(listener.heard).isEmpty();
        pending.deliver(5, listener);
        pending.deliver(6, listener);
        assertThat(listener.heard).hasSize(1);
    }
}
