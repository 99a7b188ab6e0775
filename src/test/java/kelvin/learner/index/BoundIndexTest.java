package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;

import kelvin.json.JsonState;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundIndexTest {
    private static IndexPlayer player(int actions) {
        return IndexPlayer.bounded(
                actions, Math::log, (mean, plays, level) -> mean + Math.sqrt(level / plays), Players.random(1));
    }

    /** So many actions that they are kept in groups of equal plays, and so few that they are not. */
    @ParameterizedTest
    @ValueSource(ints = {5, 70})
    void aLoadedPlayerKnowsWhatEachActionHasPaid(int actions) {
        IndexPlayer saved = player(actions);
        for (int action = 0; action < actions; action++) {
            saved.observe(action + 1, action, action == 3 ? 1 : 0);
        }
        IndexPlayer loaded = player(actions);
        JsonState.load("player", JsonState.save(saved), loaded);
        for (int step = actions + 1; step < actions + 4; step++) {
            assertThat(saved.select(step)).isEqualTo(3);
            assertThat(loaded.select(step)).isEqualTo(3);
        }
        loaded.observe(actions + 4, 3, 0);
        loaded.observe(actions + 5, 3, 0);
        loaded.observe(actions + 6, 4, 9);
        assertThat(loaded.select(actions + 7)).isEqualTo(4);
    }

    @Test
    void valuesAreAverages() {
        IndexPlayer player = player(2);
        player.observe(1, 1, 0.25);
        player.observe(2, 1, 0.5);
        double[] values = new double[2];
        assertThat(player.values(3, values)).isTrue();
        assertThat(values).containsExactly(Double.NaN, 0.375);
    }
}
