package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingRewardsTest {
    private final PendingRewards pending = new PendingRewards();
    private final List<String> heard = new ArrayList<>();

    private void add(long due, long step) {
        pending.add(step, due - step, () -> heard.add("of step " + step));
    }

    @Test
    void rewardsComeInTheOrderTheyAreDue() {
        add(9, 1);
        add(4, 2);
        pending.deliver(9);
        assertThat(heard).containsExactly("of step 2", "of step 1");
    }

    @Test
    void rewardsOfOneStepComeInTheOrderOfTheirDecisions() {
        add(9, 3);
        add(9, 1);
        add(9, 2);
        pending.deliver(9);
        assertThat(heard).containsExactly("of step 1", "of step 2", "of step 3");
    }

    /** The step it would be due at is no number: 3 + (2⁶³ − 1) is negative. */
    @Test
    void whatIsDueAfterTheLastStepNeverComes() {
        pending.add(3, Long.MAX_VALUE, () -> heard.add("never"));
        pending.add(3, Long.MAX_VALUE - 3, () -> heard.add("last"));
        pending.deliver(Long.MAX_VALUE - 1);
        assertThat(heard).isEmpty();
        pending.deliver(Long.MAX_VALUE);
        assertThat(heard).containsExactly("last");
    }

    @Test
    void nothingComesBeforeItIsDueNorTwice() {
        add(5, 1);
        pending.deliver(4);
        assertThat(heard).isEmpty();
        pending.deliver(5);
        pending.deliver(6);
        assertThat(heard).hasSize(1);
    }
}
