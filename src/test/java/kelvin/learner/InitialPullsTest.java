package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.InvalidValue;
import kelvin.json.Json;
import kelvin.json.JsonState;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class InitialPullsTest {
    private static final int ACTIONS = 6;

    private static double[] shares(InitialPulls pulls) {
        double[] shares = new double[ACTIONS];
        Arrays.fill(shares, 7);
        pulls.shares(shares);
        return shares;
    }

    /** Those that are open and have not been tried, whoever tries them and whatever closes and opens between. */
    @Test
    void untriedOpenActionsShareTheNextPull() {
        for (int seed = 0; seed < 200; seed++) {
            UniformRandomProvider random = Players.random(seed);
            InitialPulls pulls = new InitialPulls(ACTIONS, random);
            BitSet left = BitSet.valueOf(new long[] {0b111111});
            BitSet open = BitSet.valueOf(new long[] {0b111111});
            for (int step = 0; step < 12; step++) {
                switch (random.nextInt(3)) {
                    case 0 -> {
                        open = BitSet.valueOf(new long[] {random.nextInt(1 << ACTIONS)});
                        pulls.open(open);
                    }
                    case 1 -> {
                        int told = random.nextInt(ACTIONS);
                        pulls.tried(told);
                        left.clear(told);
                    }
                    default -> {
                        if (pulls.any()) {
                            left.clear(pulls.draw());
                        }
                    }
                }
                BitSet next = (BitSet) left.clone();
                next.and(open);
                assertThat(pulls.any()).isEqualTo(!next.isEmpty());
                double[] expected = new double[ACTIONS];
                next.stream().forEach(action -> expected[action] = 1.0 / next.cardinality());
                assertThat(shares(pulls)).containsExactly(expected);
            }
        }
    }

    private static InitialPulls loaded(String state) {
        InitialPulls pulls = new InitialPulls(3, Players.random(1));
        JsonState.load("untried", Json.parse(state), pulls);
        return pulls;
    }

    @Test
    void whatIsSavedNamesEachActionOnce() {
        InitialPulls pulls = loaded("{\"actions\":[2,0,1],\"left\":2,\"open\":1}");
        assertThat(Json.canonical(JsonState.save(pulls))).isEqualTo("{\"actions\":[2,0,1],\"left\":2,\"open\":1}");
        pulls.tried(2);
        assertThat(pulls.any()).isFalse();
        refused("{\"actions\":[2,0,2],\"left\":2,\"open\":1}", "actions[2]: found 2, must be there once");
        refused("{\"actions\":[2,0,3],\"left\":2,\"open\":1}", "actions[2]: found 3, must be in [0, 2]");
        refused("{\"actions\":[2,0,1],\"left\":4,\"open\":1}", "left: found 4, must be in [0, 3]");
        refused("{\"actions\":[2,0,1],\"left\":2,\"open\":3}", "open: found 3, must be in [0, 2]");
    }

    private static void refused(String state, String message) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> loaded(state))
                .withMessage("untried." + message);
    }
}
