package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

/** A player by an index of one's own, which says no more than it must. */
class IndexPlayerTest {
    /** The index of an action is its number. */
    private record Numbers() implements Index {
        @Override
        public void observe(long step, int action, double reward) {}

        @Override
        public void write(long step, BitSet open, double[] out) {
            for (int a = 0; a < out.length; a++) {
                out[a] = a;
            }
        }
    }

    @Test
    void itPlaysTheLargestIndexOnceAllAreTriedAndTellsNoValues() {
        IndexPlayer player = new IndexPlayer(3, new Numbers(), Players.random(1));
        for (long step = 1; step <= 3; step++) {
            player.observe(step, player.select(step), 1);
        }
        assertThat(player.select(4)).isEqualTo(2);
        double[] values = {7, 7, 7};
        assertThat(player.values(4, values)).isFalse();
        assertThat(values).containsOnly(7);
    }
}
