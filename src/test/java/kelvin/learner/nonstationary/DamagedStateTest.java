package kelvin.learner.nonstationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kelvin.contract.InvalidValue;
import kelvin.json.Json;
import kelvin.json.JsonState;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

/** States that no rewards could have led to. */
class DamagedStateTest {
    /** The first arm has paid 1 twice, the second 1, 0 and 1. */
    private static Learner taught(LearnerSpec spec) {
        Learner player = Players.create(spec, 2, 100, Players.random(1));
        for (int step = 1; step <= 5; step++) {
            player.select(step);
            player.observe(step, step % 2, step == 3 ? 0 : 1);
        }
        return player;
    }

    private static void load(LearnerSpec spec, String from, String to) {
        String state = Json.canonical(JsonState.save(taught(spec)));
        assertThat(state).contains(from);
        JsonState.load("player", Json.parse(state.replace(from, to)), Players.create(spec, 2, 100, Players.random(1)));
    }

    private static void refused(LearnerSpec spec, String from, String to, String message) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> load(spec, from, to))
                .withMessage(message);
    }

    @Test
    void prefixSumsOfRewardsBeginAtZeroAndRiseByAtMostOne() {
        LearnerSpec spec = new GlrKlUcb(0.1, 0.1, true, 1);
        String sums = "\"sums\":[0.0,1.0,1.0,2.0]";
        String allowed = ", must be a sum of rewards in [0, 1]";
        refused(spec, sums, "\"sums\":[1.0]", "player.index.tests[1].sums[0]: found 1.0" + allowed);
        refused(spec, sums, "\"sums\":[0.0,1.5]", "player.index.tests[1].sums[1]: found 1.5" + allowed);
        refused(spec, sums, "\"sums\":[0.0,1.0,0.5]", "player.index.tests[1].sums[2]: found 0.5" + allowed);
        refused(spec, sums, "\"sums\":[0.0,0.5]", "player.index.tests[1].sums[1]: found 0.5" + allowed);
        refused(spec, sums, "\"sums\":[]", "player.index.tests[1].sums: found no number, must be at least one");
        load(spec, sums, "\"sums\":[0.0]");
        load(spec, sums, "\"sums\":[0.0,0.0,1.0]");
        load(
                spec,
                sums + ",\"threshold\":4.440918152502073,\"whole\":true",
                "\"sums\":[0.0,0.5],\"threshold\":0.0,\"whole\":false");
    }

    @Test
    void aWindowOfTrialsHoldsZerosAndOnesAndTheirSums() {
        LearnerSpec spec = new ThompsonWindow(3);
        refused(spec, "[0.0,1.0,1.0]", "[0.0,0.5,1.0]", "player.belief.rewards: found 0.5, must be 0 or 1");
        refused(
                spec,
                "\"sums\":[1.0,1.0]",
                "\"sums\":[1.0,2.5]",
                "player.belief.sums[1]: found 2.5, must be in [0, 2]");
        refused(
                spec,
                "\"sums\":[1.0,1.0]",
                "\"sums\":[-1.0,1.0]",
                "player.belief.sums[0]: found -1.0, must be in [0, 1]");
        load(spec, "\"sums\":[1.0,1.0]", "\"sums\":[0.0,2.0]");
    }

    @Test
    void aWindowHoldsStepsFromOneAndForgetsNoneBeforeZero() {
        LearnerSpec spec = new ThompsonWindow(3);
        refused(spec, "[3,4,5]", "[0,4,5]", "player.belief.steps[0]: found 0, must be >= 1");
        refused(spec, "\"gone\":2", "\"gone\":-1", "player.belief.gone: found -1, must be in [0, 4611686018427387903]");
        load(spec, "\"gone\":2", "\"gone\":0");
    }

    @Test
    void discountedSuccessesAreNoMoreThanTrials() {
        LearnerSpec spec = new ThompsonDsw(0.5, 3, Aggregate.MIN);
        refused(
                spec,
                "\"sums\":[1.25,",
                "\"sums\":[1.5,",
                "player.belief.all.sums[0]: found 1.5, must be in [0, 1.25]");
        refused(
                spec,
                "\"sums\":[1.25,",
                "\"sums\":[-0.5,",
                "player.belief.all.sums[0]: found -0.5, must be in [0, 1.25]");
        load(spec, "\"sums\":[1.25,", "\"sums\":[0.0,");
    }
}
